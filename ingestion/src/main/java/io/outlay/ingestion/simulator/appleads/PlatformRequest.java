package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.DayRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a Platform v1 request and refuses what breaks its rules. */
final class PlatformRequest {

  private static final Set<String> GROUPS = Set.of("countryOrRegion", "deviceClass");
  private static final int USUAL = 20;
  private static final int MOST = 5_000;

  private final JsonNode body;

  PlatformRequest(Call call) {
    this.body = Json.parse(call.body()).orElseGet(Json::object);
  }

  int offset() {
    return Math.max(0, body.path("pagination").path("offset").asInt(0));
  }

  int pageSize() {
    int size = body.path("pagination").path("pageSize").asInt(USUAL);
    if (size < 1 || size > MOST) {
      throw AppleError.invalid(true, "pageSize must be from 1 to 5000", "pagination.pageSize");
    }
    return size;
  }

  /** The values a field is filtered by; a text in one example, a list in another. */
  Optional<List<String>> filter(String field) {
    for (JsonNode filter : body.path("filters")) {
      if (filter.path("field").asString("").equals(field)) {
        List<String> values = new ArrayList<>();
        JsonNode value = filter.path("value");
        if (value.isArray()) {
          value.forEach(one -> values.add(one.asString()));
        } else {
          values.add(value.asString());
        }
        return Optional.of(values);
      }
    }
    return Optional.empty();
  }

  /** Whether an option is asked for by name, wherever it stands. */
  boolean includes(String option) {
    for (JsonNode one : body.path("options").path("includeRows")) {
      if (one.asString().equals(option)) {
        return true;
      }
    }
    return false;
  }

  ReportQuery report(List<AdSlot> slots, AppleLevel level, LocalDate today) {
    List<String> campaigns =
        filter("campaignId")
            .orElseThrow(
                () -> AppleError.invalid(true, "filter campaignId is required", "filters"));
    List<AdSlot> chosen =
        slots.stream()
            .filter(slot -> campaigns.contains(Long.toString(slot.campaign().id())))
            .filter(slot -> new AppleObject(slot, today).exists())
            .filter(slot -> isWanted("adGroupId", slot.group().id()))
            .toList();
    JsonNode range = body.path("timeRange");
    DayRange days = new DayRange(day(range, "start"), day(range, "end"));
    Granularity granularity = Granularity.of(range.path("granularity").asString(""), true);
    if (granularity == Granularity.HOURLY && level == AppleLevel.AD) {
      throw AppleError.invalid(true, "HOURLY is not supported for ads", "timeRange.granularity");
    }
    granularity.check(days, today, true);
    return new ReportQuery(
        chosen,
        level,
        days,
        granularity,
        range.path("timeZone").asString("ORTZ").equals("UTC"),
        groupBy(level),
        includes("EMPTY_METRICS"),
        offset(),
        pageSize());
  }

  private boolean isWanted(String field, long id) {
    return filter(field).map(values -> values.contains(Long.toString(id))).orElse(true);
  }

  private static LocalDate day(JsonNode range, String field) {
    try {
      return LocalDate.parse(range.path(field).asString(""));
    } catch (DateTimeException e) {
      throw AppleError.invalid(true, "must be a date in the form YYYY-MM-DD", "timeRange." + field);
    }
  }

  private String groupBy(AppleLevel level) {
    List<String> groups = new ArrayList<>();
    body.path("groupBy").forEach(group -> groups.add(group.asString()));
    boolean known =
        GROUPS.containsAll(groups)
            && groups.size() <= 1
            && !(level == AppleLevel.AD && groups.contains("deviceClass"));
    if (!known || (!groups.isEmpty() && includes("EMPTY_METRICS"))) {
      throw AppleError.invalid(true, "groupBy is not supported here", "groupBy");
    }
    return groups.isEmpty() ? "" : groups.getFirst();
  }
}
