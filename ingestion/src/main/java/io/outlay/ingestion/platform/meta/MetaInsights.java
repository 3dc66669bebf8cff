package io.outlay.ingestion.platform.meta;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.View;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.ReportRequest;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.SmallerRanges;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reports of Meta, level by level. Where one is too much, it is asked for in shorter pages, then in
 * shorter ranges, then prepared asynchronously.
 */
final class MetaInsights {

  static final List<String> WINDOWS = List.of("1d_click", "7d_click", "28d_click", "1d_view");

  private static final String FIELDS =
      "account_id,account_currency,campaign_id,campaign_name,adset_id,adset_name,ad_id,ad_name,"
          + "impressions,inline_link_clicks,spend,actions,action_values";

  private final MetaPages pages;
  private final MetaRuns runs;
  private final String baseUrl;

  MetaInsights(MetaPages pages, MetaRuns runs, String baseUrl) {
    this.pages = pages;
    this.runs = runs;
    this.baseUrl = baseUrl;
  }

  /**
   * All pages of a report, finest level first and the account last, so that nothing outgrows it.
   */
  Mono<List<RawPage>> report(OpenFetch fetch, ReportRequest request, List<MetaPart> parts) {
    return Flux.fromIterable(parts)
        .concatMap(part -> inRange(fetch, part, request))
        .collectList()
        .map(SmallerRanges::flat);
  }

  private Mono<List<RawPage>> inRange(OpenFetch fetch, MetaPart part, ReportRequest request) {
    if (request.length() == PeriodLength.DAY) {
      return SmallerRanges.ask(
          request.days(),
          days -> now(fetch, part, parameters(part, request, days)),
          day -> run(fetch, part, parameters(part, request, day)));
    }
    Map<String, String> parameters = parameters(part, request, request.days());
    return now(fetch, part, parameters)
        .onErrorResume(PlatformFailure.TooMuchData.class, tooMuch -> run(fetch, part, parameters));
  }

  private Mono<List<RawPage>> now(OpenFetch fetch, MetaPart part, Map<String, String> parameters) {
    return pages.all(fetch, part.word(), edge(fetch), parameters);
  }

  private Mono<List<RawPage>> run(OpenFetch fetch, MetaPart part, Map<String, String> parameters) {
    return runs.run(fetch, part.word(), version(fetch), edge(fetch), parameters);
  }

  private static Map<String, String> parameters(
      MetaPart part, ReportRequest request, DateRange days) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("level", part.level());
    parameters.put("fields", FIELDS);
    parameters.put(
        "time_range", json(Map.of("since", days.from().toString(), "until", days.to().toString())));
    parameters.put("time_increment", request.length() == PeriodLength.MONTH ? "monthly" : "1");
    parameters.put("action_attribution_windows", json(WINDOWS));
    if (part.isSegment()) {
      parameters.put("breakdowns", breakdown(request.view()));
    }
    return parameters;
  }

  static String breakdown(View view) {
    return view == View.COUNTRY ? "country" : "impression_device";
  }

  private String version(OpenFetch fetch) {
    return baseUrl + "/" + fetch.connection().apiVersion();
  }

  private String edge(OpenFetch fetch) {
    return version(fetch) + "/act_" + fetch.connection().account().externalId() + "/insights";
  }

  private static String json(Object value) {
    return new String(Answers.write(value), StandardCharsets.UTF_8);
  }
}
