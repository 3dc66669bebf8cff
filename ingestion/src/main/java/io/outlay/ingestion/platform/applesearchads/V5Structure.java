package io.outlay.ingestion.platform.applesearchads;

import io.outlay.domain.platform.PlatformConnection;
import io.outlay.ingestion.platform.AccountStructure;
import io.outlay.ingestion.platform.PlatformAccount;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.PlatformCall;
import io.outlay.ingestion.platform.call.SmallerRanges;
import io.outlay.ingestion.platform.reading.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Campaigns, their ad groups, and the ads of each of these, as v5 lists them. */
final class V5Structure {

  private static final int AT_ONCE = 4;

  private final String address;
  private final BiFunction<PlatformCall, PlatformConnection, PlatformCall> inContext;

  V5Structure(
      String address, BiFunction<PlatformCall, PlatformConnection, PlatformCall> inContext) {
    this.address = address;
    this.inContext = inContext;
  }

  Mono<List<RawPage>> fetch(ApplePages pages, OpenFetch fetch) {
    return list(pages, fetch, AppleObjects.CAMPAIGNS, "/campaigns")
        .flatMap(
            campaigns ->
                each(campaigns, row -> "/campaigns/" + id(row) + "/adgroups")
                    .flatMapSequential(
                        path -> list(pages, fetch, AppleObjects.AD_GROUPS, path), AT_ONCE)
                    .collectList()
                    .map(SmallerRanges::flat)
                    .zipWhen(groups -> ads(pages, fetch, groups))
                    .map(below -> together(campaigns, below.getT1(), below.getT2())));
  }

  private Mono<List<RawPage>> ads(ApplePages pages, OpenFetch fetch, List<RawPage> groups) {
    return each(
            groups,
            row ->
                "/campaigns/"
                    + Fields.requiredText(row, "campaignId")
                    + "/adgroups/"
                    + id(row)
                    + "/ads")
        .flatMapSequential(path -> list(pages, fetch, AppleObjects.ADS, path), AT_ONCE)
        .collectList()
        .map(SmallerRanges::flat);
  }

  private Mono<List<RawPage>> list(ApplePages pages, OpenFetch fetch, String part, String path) {
    return pages.all(
        fetch,
        part,
        !part.equals(AppleObjects.CAMPAIGNS),
        offset ->
            inContext.apply(
                PlatformCall.get(part, address + path)
                    .withQuery(
                        Map.of(
                            "limit",
                            Integer.toString(ApplePages.SIZE),
                            "offset",
                            Integer.toString(offset))),
                fetch.connection()),
        body -> body.path("data"),
        body -> body.path("pagination").path("totalResults").asInt(0));
  }

  static AccountStructure read(RawFetch fetched, PlatformAccount account) {
    return AppleObjects.read(fetched, account, body -> body.path("data"));
  }

  private static Flux<String> each(List<RawPage> pages, Function<JsonNode, String> path) {
    return Flux.fromIterable(pages)
        .concatMapIterable(page -> Fields.list(Answers.json(page.body()).path("data")))
        .map(path);
  }

  private static String id(JsonNode row) {
    return Fields.requiredText(row, "id");
  }

  private static List<RawPage> together(
      List<RawPage> campaigns, List<RawPage> groups, List<RawPage> ads) {
    List<RawPage> all = new ArrayList<>(campaigns);
    all.addAll(groups);
    all.addAll(ads);
    return all;
  }
}
