package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.DayRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a v5 report request and refuses what breaks its rules. */
final class V5Request {

  private static final Set<String> GROUPS = Set.of("countryOrRegion", "deviceClass");
  private static final int MOST = 1_000;
  private static final int USUAL = 20;

  private final JsonNode body;
  private final AppleLevel level;

  V5Request(Call call, AppleLevel level) {
    this.body =
        Json.parse(call.body())
            .orElseThrow(() -> AppleError.invalid(false, "INVALID JSON", "body"));
    this.level = level;
  }

  ReportQuery query(List<AdSlot> slots, LocalDate today) {
    Granularity granularity = Granularity.of(body.path("granularity").asString(""), false);
    DayRange days = new DayRange(day("startTime"), day("endTime"));
    granularity.check(days, today, false);
    checkTotals(granularity);
    JsonNode selector = selector();
    JsonNode pagination = selector.path("pagination");
    int limit = pagination.path("limit").asInt(USUAL);
    if (limit < 1 || limit > MOST) {
      throw AppleError.invalid(false, "LIMIT MUST BE FROM 1 TO 1000", "limit");
    }
    return new ReportQuery(
        chosen(slots, selector, today),
        level,
        days,
        granularity,
        isUniversal(),
        groupBy(),
        body.path("returnRecordsWithNoMetrics").asBoolean(false),
        Math.max(0, pagination.path("offset").asInt(0)),
        limit);
  }

  boolean wantsGrandTotals() {
    return body.path("returnGrandTotals").asBoolean(false);
  }

  private LocalDate day(String field) {
    try {
      return LocalDate.parse(body.path(field).asString(""));
    } catch (DateTimeException e) {
      throw AppleError.invalid(false, "INVALID DATE, USE YYYY-MM-DD", field);
    }
  }

  private void checkTotals(Granularity granularity) {
    boolean rows = body.path("returnRowTotals").asBoolean(false);
    if (granularity == Granularity.NONE && !rows) {
      throw AppleError.invalid(
          false, "RETURN ROW TOTALS MUST BE TRUE WITHOUT GRANULARITY", "returnRowTotals");
    }
    if (granularity != Granularity.NONE && wantsGrandTotals()) {
      throw AppleError.invalid(
          false, "RETURN GRAND TOTALS MUST BE FALSE WITH GRANULARITY", "returnGrandTotals");
    }
    if (granularity == Granularity.HOURLY && level == AppleLevel.AD) {
      throw AppleError.invalid(false, "HOURLY IS NOT SUPPORTED FOR ADS", "granularity");
    }
  }

  private JsonNode selector() {
    JsonNode selector = body.path("selector");
    if (!selector.isObject()) {
      throw AppleError.invalid(false, "SELECTOR IS REQUIRED", "selector");
    }
    int orders = selector.path("orderBy").size();
    if (orders > 1 || (orders == 0 && level == AppleLevel.AD)) {
      throw AppleError.invalid(false, "EXACTLY ONE FIELD TO ORDER BY IS SUPPORTED", "orderBy");
    }
    return selector;
  }

  private boolean isUniversal() {
    String zone = body.path("timeZone").asString("ORTZ");
    if (!zone.equals("ORTZ") && !zone.equals("UTC")) {
      throw AppleError.invalid(false, "TIME ZONE MUST BE ORTZ OR UTC", "timeZone");
    }
    return zone.equals("UTC");
  }

  private String groupBy() {
    List<String> groups = new ArrayList<>();
    body.path("groupBy").forEach(group -> groups.add(group.asString()));
    boolean known =
        GROUPS.containsAll(groups)
            && groups.size() <= 1
            && !(level == AppleLevel.AD && groups.contains("deviceClass"));
    if (!known) {
      throw AppleError.invalid(false, "GROUP BY IS NOT SUPPORTED", "groupBy");
    }
    return groups.isEmpty() ? "" : groups.getFirst();
  }

  private List<AdSlot> chosen(List<AdSlot> slots, JsonNode selector, LocalDate today) {
    return slots.stream()
        .filter(slot -> new AppleObject(slot, today).exists())
        .filter(slot -> meets(slot, selector.path("conditions"), today))
        .toList();
  }

  static boolean meets(AdSlot slot, JsonNode conditions, LocalDate today) {
    AppleObject of = new AppleObject(slot, today);
    for (JsonNode condition : conditions) {
      String value =
          switch (condition.path("field").asString("")) {
            case "campaignId", "id" -> Long.toString(slot.campaign().id());
            case "adGroupId" -> Long.toString(slot.group().id());
            case "campaignStatus", "status" -> of.status();
            case "deleted" -> Boolean.toString(of.isDeleted());
            default -> "";
          };
      List<String> wanted = new ArrayList<>();
      condition.path("values").forEach(one -> wanted.add(one.asString()));
      if (!value.isEmpty() && !wanted.contains(value)) {
        return false;
      }
    }
    return true;
  }
}
