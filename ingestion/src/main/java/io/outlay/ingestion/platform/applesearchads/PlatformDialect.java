package io.outlay.ingestion.platform.applesearchads;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.ingestion.platform.AccountStructure;
import io.outlay.ingestion.platform.PlatformAccount;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.PlatformCall;
import io.outlay.ingestion.platform.call.SmallerRanges;
import io.outlay.ingestion.platform.reading.EntityKey;
import io.outlay.ingestion.platform.reading.EntityLabels;
import io.outlay.ingestion.platform.reading.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Ads Platform API v1. Every report must name the campaigns it is about. */
final class PlatformDialect implements AppleDialect {

  private static final int CAMPAIGNS_AT_ONCE = 100;
  private static final List<Map<String, Object>> WITH_DELETED =
      List.of(Map.of("field", "deleted", "operator", "IN", "value", List.of("true", "false")));

  private final String address;

  /**
   * @param hostUrl without a slash at the end
   */
  PlatformDialect(String hostUrl) {
    this.address = hostUrl + "/v1";
  }

  @Override
  public String word() {
    return AppleCapabilities.PLATFORM_V1;
  }

  @Override
  public PlatformCall account(PlatformConnection connection) {
    return inContext(
        PlatformCall.get("ad account", address + "/ad-accounts/" + accountNumber(connection)),
        connection);
  }

  @Override
  public String accountNumber(PlatformConnection connection) {
    return AppleCredential.number(connection, AppleCredential.AD_ACCOUNT_ID);
  }

  @Override
  public PlatformAccount readAccount(JsonNode body, String id) {
    JsonNode account = body.path("result");
    String own = Fields.requiredText(account, "id");
    if (!own.equals(id)) {
      throw Fields.unreadable("the ad account", own, id);
    }
    String name = Fields.text(account, "name");
    String zone = Fields.text(account, "timezone");
    return new PlatformAccount(
        id,
        name == null ? id : name,
        Fields.requiredText(account, "currency"),
        zone == null ? Fields.requiredText(account, "timeZone") : zone);
  }

  @Override
  public boolean isOf(JsonNode body, String organization) {
    String own = Fields.text(body.path("result"), "orgId");
    return own == null || own.equals(organization);
  }

  @Override
  public Mono<List<String>> campaigns(ApplePages pages, OpenFetch fetch, AppleQuestion question) {
    return list(pages, fetch, AppleObjects.CAMPAIGNS)
        .map(
            found ->
                found.stream()
                    .flatMap(page -> objects(Answers.json(page.body())).stream())
                    .map(row -> Fields.requiredText(row, "id"))
                    .distinct()
                    .toList());
  }

  @Override
  public List<List<String>> groups(AppleLevel level, List<String> campaignIds) {
    List<List<String>> groups = new ArrayList<>();
    for (int from = 0; from < campaignIds.size(); from += CAMPAIGNS_AT_ONCE) {
      int to = Math.min(from + CAMPAIGNS_AT_ONCE, campaignIds.size());
      groups.add(campaignIds.subList(from, to));
    }
    return groups;
  }

  @Override
  public PlatformCall report(PlatformConnection connection, AppleQuestion question, int offset) {
    return inContext(
        PlatformCall.json(
            question.part(this),
            address + "/reports/apps/" + question.level().path() + "/query",
            Answers.write(body(question, offset))),
        connection);
  }

  private static Map<String, Object> body(AppleQuestion question, int offset) {
    DateRange days = question.days();
    Map<String, Object> range = new LinkedHashMap<>();
    range.put("start", days.from().toString());
    range.put("end", days.to().toString());
    range.put("timeZone", "ORTZ");
    if (question.isDaily()) {
      range.put("granularity", "DAILY");
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("pagination", Map.of("offset", offset, "pageSize", ApplePages.SIZE));
    body.put("sorting", List.of(Map.of("field", "id", "order", "ASC")));
    body.put(
        "filters",
        List.of(Map.of("field", "campaignId", "operator", "IN", "value", question.campaignIds())));
    body.put("timeRange", range);
    if (question.breakdown() != null) {
      body.put("groupBy", List.of(question.breakdown()));
    }
    if (!question.isDaily() && question.level() == AppleLevel.CAMPAIGNS) {
      body.put("options", Map.of("includeRows", List.of("GRAND_TOTAL")));
    }
    return body;
  }

  @Override
  public JsonNode rows(JsonNode body) {
    return body.path("result").path("rows");
  }

  @Override
  public int total(JsonNode body) {
    return body.path("pagination").path("totalCount").asInt(0);
  }

  @Override
  public @Nullable JsonNode grandTotal(JsonNode body) {
    JsonNode total = body.path("result").path("summary").path("grandTotal");
    boolean isFirst = body.path("pagination").path("offset").asInt(0) == 0;
    return isFirst && total.isObject() ? total : null;
  }

  @Override
  public List<ApplePiece> pieces(JsonNode row, @Nullable String breakdown) {
    if (!row.has("granularMetrics")) {
      return List.of(new ApplePiece(null, null, row.path("totalMetrics")));
    }
    List<ApplePiece> pieces = new ArrayList<>();
    for (JsonNode piece : Fields.list(row.path("granularMetrics"))) {
      boolean isPooled = piece.path("other").asBoolean(false);
      pieces.add(
          new ApplePiece(
              Fields.text(piece, "date"),
              breakdown == null || isPooled ? null : Fields.text(piece, breakdown),
              piece));
    }
    return pieces;
  }

  @Override
  public @Nullable EntityKey key(AppleLevel level, JsonNode metadata) {
    String id = Fields.requiredText(metadata, "id");
    String group = Fields.text(metadata, "adGroupId");
    return switch (level) {
      case SEGMENTS, CAMPAIGNS -> EntityKey.campaign(id);
      case ADGROUPS -> EntityKey.adGroup(Fields.requiredText(metadata, "campaignId"), id);
      case ADS ->
          group == null
              ? null
              : EntityKey.ad(Fields.requiredText(metadata, "campaignId"), group, id);
    };
  }

  @Override
  public @Nullable String owner(JsonNode metadata) {
    return Fields.text(metadata, "adAccountId");
  }

  @Override
  public EntityLabels labels(AppleLevel level, JsonNode metadata) {
    String name = Fields.text(metadata, "name");
    return switch (level) {
      case SEGMENTS, CAMPAIGNS ->
          new EntityLabels(name, Fields.text(metadata, "status"), null, null);
      case ADGROUPS -> new EntityLabels(null, null, name, null);
      case ADS -> new EntityLabels(null, null, null, name);
    };
  }

  @Override
  public Mono<List<RawPage>> structure(ApplePages pages, OpenFetch fetch) {
    return Flux.just(AppleObjects.CAMPAIGNS, AppleObjects.AD_GROUPS, AppleObjects.ADS)
        .concatMap(part -> list(pages, fetch, part))
        .collectList()
        .map(SmallerRanges::flat);
  }

  @Override
  public AccountStructure readStructure(RawFetch fetched, PlatformAccount account) {
    return AppleObjects.read(fetched, account, body -> body.path("result"));
  }

  private Mono<List<RawPage>> list(ApplePages pages, OpenFetch fetch, String part) {
    return pages.all(
        fetch,
        part,
        false,
        offset ->
            inContext(
                PlatformCall.json(
                    part,
                    address + "/" + part + "/query",
                    Answers.write(
                        Map.of(
                            "pagination",
                            Map.of("offset", offset, "pageSize", ApplePages.SIZE),
                            "filters",
                            WITH_DELETED))),
                fetch.connection()),
        body -> body.path("result"),
        this::total);
  }

  private static List<JsonNode> objects(JsonNode body) {
    return Fields.list(body.path("result"));
  }

  private PlatformCall inContext(PlatformCall call, PlatformConnection connection) {
    return call.withHeader("X-AP-Context", "adAccountId=" + accountNumber(connection));
  }
}
