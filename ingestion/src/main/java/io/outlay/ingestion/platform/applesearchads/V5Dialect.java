package io.outlay.ingestion.platform.applesearchads;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.ingestion.platform.AccountStructure;
import io.outlay.ingestion.platform.PlatformAccount;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.PlatformCall;
import io.outlay.ingestion.platform.reading.EntityKey;
import io.outlay.ingestion.platform.reading.EntityLabels;
import io.outlay.ingestion.platform.reading.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Campaign Management API v5. Below campaigns it is asked one campaign at a time. */
final class V5Dialect implements AppleDialect {

  private static final List<String> EVERYTHING = List.of();
  private static final String OLD_SEARCH_TAB = "-1";

  private final String address;

  /**
   * @param hostUrl without a slash at the end
   */
  V5Dialect(String hostUrl) {
    this.address = hostUrl + "/api/v5";
  }

  @Override
  public String word() {
    return AppleCapabilities.V5;
  }

  @Override
  public PlatformCall account(PlatformConnection connection) {
    return PlatformCall.get("organizations", address + "/acls");
  }

  @Override
  public String accountNumber(PlatformConnection connection) {
    return AppleCredential.number(connection, AppleCredential.ORG_ID);
  }

  @Override
  public PlatformAccount readAccount(JsonNode body, String id) {
    for (JsonNode organization : Fields.list(body.path("data"))) {
      if (id.equals(Fields.text(organization, "orgId"))) {
        String name = Fields.text(organization, "orgName");
        return new PlatformAccount(
            id,
            name == null ? id : name,
            Fields.requiredText(organization, "currency"),
            Fields.requiredText(organization, "timeZone"));
      }
    }
    throw new PlatformFailure.AccountNotFound(
        "This access knows no organization "
            + id
            + ". Check the id, or give its API user a role there.");
  }

  @Override
  public Mono<List<String>> campaigns(ApplePages pages, OpenFetch fetch, AppleQuestion question) {
    return pages
        .all(
            fetch,
            question.part(this),
            false,
            offset -> report(fetch.connection(), question, offset),
            this::rows,
            this::total)
        .map(this::campaignIds);
  }

  @Override
  public List<List<String>> groups(AppleLevel level, List<String> campaignIds) {
    return level.isBelowCampaigns()
        ? campaignIds.stream().map(List::of).toList()
        : List.of(EVERYTHING);
  }

  @Override
  public PlatformCall report(PlatformConnection connection, AppleQuestion question, int offset) {
    String campaign =
        question.level().isBelowCampaigns()
            ? "campaigns/" + question.campaignIds().getFirst() + "/"
            : "";
    return inContext(
        PlatformCall.json(
            question.part(this),
            address + "/reports/" + campaign + question.level().path(),
            Answers.write(body(question, offset))),
        connection);
  }

  private static Map<String, Object> body(AppleQuestion question, int offset) {
    DateRange days = question.days();
    String order =
        switch (question.level()) {
          case ADS -> "adId";
          case ADGROUPS -> "adGroupId";
          case SEGMENTS, CAMPAIGNS -> "campaignId";
        };
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("startTime", days.from().toString());
    body.put("endTime", days.to().toString());
    body.put("timeZone", "ORTZ");
    body.put(
        "selector",
        Map.of(
            "orderBy",
            List.of(Map.of("field", order, "sortOrder", "ASCENDING")),
            "pagination",
            Map.of("offset", offset, "limit", ApplePages.SIZE)));
    if (question.breakdown() != null) {
      body.put("groupBy", List.of(question.breakdown()));
    }
    if (question.isDaily()) {
      body.put("granularity", "DAILY");
    }
    body.put("returnRecordsWithNoMetrics", false);
    body.put("returnRowTotals", !question.isDaily());
    body.put("returnGrandTotals", !question.isDaily() && question.level() == AppleLevel.CAMPAIGNS);
    return body;
  }

  @Override
  public JsonNode rows(JsonNode body) {
    return body.path("data").path("reportingDataResponse").path("row");
  }

  @Override
  public int total(JsonNode body) {
    return body.path("pagination").path("totalResults").asInt(0);
  }

  @Override
  public @Nullable JsonNode grandTotal(JsonNode body) {
    JsonNode total =
        body.path("data").path("reportingDataResponse").path("grandTotals").path("total");
    boolean isFirst = body.path("pagination").path("startIndex").asInt(0) == 0;
    return isFirst && total.isObject() ? total : null;
  }

  @Override
  public List<ApplePiece> pieces(JsonNode row, @Nullable String breakdown) {
    boolean isPooled = row.path("other").asBoolean(false);
    String segment =
        breakdown == null || isPooled ? null : Fields.text(row.path("metadata"), breakdown);
    List<ApplePiece> pieces = new ArrayList<>();
    if (row.has("granularity")) {
      for (JsonNode piece : Fields.list(row.path("granularity"))) {
        pieces.add(new ApplePiece(Fields.requiredText(piece, "date"), segment, piece));
      }
    } else if (row.path("total").isObject()) {
      pieces.add(new ApplePiece(null, segment, row.path("total")));
    }
    return pieces;
  }

  @Override
  public @Nullable EntityKey key(AppleLevel level, JsonNode metadata) {
    String campaign = Fields.requiredText(metadata, "campaignId");
    String group = Fields.text(metadata, "adGroupId");
    String ad = Fields.text(metadata, "adId");
    return switch (level) {
      case SEGMENTS, CAMPAIGNS -> EntityKey.campaign(campaign);
      case ADGROUPS -> EntityKey.adGroup(campaign, Fields.requiredText(metadata, "adGroupId"));
      case ADS ->
          group == null || ad == null || ad.equals(OLD_SEARCH_TAB)
              ? null
              : EntityKey.ad(campaign, group, ad);
    };
  }

  @Override
  public @Nullable String owner(JsonNode metadata) {
    return Fields.text(metadata, "orgId");
  }

  @Override
  public EntityLabels labels(AppleLevel level, JsonNode metadata) {
    return new EntityLabels(
        Fields.text(metadata, "campaignName"),
        Fields.text(metadata, "campaignStatus"),
        Fields.text(metadata, "adGroupName"),
        Fields.text(metadata, "adName"));
  }

  @Override
  public Mono<List<RawPage>> structure(ApplePages pages, OpenFetch fetch) {
    return new V5Structure(address, this::inContext).fetch(pages, fetch);
  }

  @Override
  public AccountStructure readStructure(RawFetch fetched, PlatformAccount account) {
    return V5Structure.read(fetched, account);
  }

  private PlatformCall inContext(PlatformCall call, PlatformConnection connection) {
    return call.withHeader("X-AP-Context", "orgId=" + accountNumber(connection));
  }

  private List<String> campaignIds(List<RawPage> pages) {
    return pages.stream()
        .flatMap(page -> Fields.list(rows(Answers.json(page.body()))).stream())
        .map(row -> Fields.requiredText(row.path("metadata"), "campaignId"))
        .distinct()
        .toList();
  }
}
