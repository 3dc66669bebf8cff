package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a report is asked for.
 *
 * @param slots what it is about, all of one account
 * @param level what a row is about
 * @param fields wanted fields
 * @param periods the days of each row
 * @param breakdown by what rows are cut further, empty for nothing
 * @param windows attribution windows to show beside the value
 * @param filters which rows to show
 */
record InsightsQuery(
    List<AdSlot> slots,
    MetaLevel level,
    List<String> fields,
    List<DayRange> periods,
    String breakdown,
    List<String> windows,
    List<MetaFilter> filters) {

  private static final Set<String> BREAKDOWNS =
      Set.of("country", "impression_device", "device_platform");
  private static final Set<String> WINDOWS =
      Set.of(
          "1d_click",
          "7d_click",
          "28d_click",
          "1d_view",
          "7d_view",
          "28d_view",
          "1d_ev",
          "default",
          "dda");

  InsightsQuery {
    slots = List.copyOf(slots);
    fields = List.copyOf(fields);
    periods = List.copyOf(periods);
    windows = List.copyOf(windows);
    filters = List.copyOf(filters);
  }

  /** Reads the parameters of a call about {@code slots}. */
  static InsightsQuery of(Call call, List<AdSlot> slots, MetaLevel own, LocalDate today) {
    List<String> fields = list(call.parameter("fields").orElse("impressions,spend"));
    fields.forEach(InsightsFields::check);
    return new InsightsQuery(
        slots,
        call.parameter("level").map(MetaLevel::of).orElse(own),
        fields,
        InsightsPeriods.of(call, today),
        breakdown(call),
        windows(call),
        MetaFilter.of(call));
  }

  private static String breakdown(Call call) {
    List<String> asked = call.parameter("breakdowns").map(InsightsQuery::list).orElse(List.of());
    for (String breakdown : asked) {
      if (!BREAKDOWNS.contains(breakdown)) {
        throw MetaError.invalid(
            "breakdowns[0] must be one of the following values: "
                + "country, device_platform, impression_device");
      }
    }
    if (asked.size() > 1) {
      throw MetaError.invalid(
          "Current combination of data breakdown columns (%s) is invalid"
              .formatted(String.join(", ", asked)));
    }
    return asked.isEmpty() ? "" : asked.getFirst();
  }

  private static List<String> windows(Call call) {
    List<String> windows =
        call.parameter("action_attribution_windows").map(InsightsQuery::list).orElse(List.of());
    for (String window : windows) {
      if (!WINDOWS.contains(window)) {
        throw MetaError.invalid(
            "action_attribution_windows[0] must be one of the following values: "
                + "1d_view, 1d_click, 7d_click, 28d_click, 1d_ev, dda, default");
      }
    }
    return windows;
  }

  /** A list as Meta takes it: JSON, or words with commas between. */
  static List<String> list(String text) {
    List<String> words = new ArrayList<>();
    if (text.startsWith("[")) {
      JsonNode list =
          Json.parse(text).orElseThrow(() -> MetaError.invalid("Param must be an array"));
      list.forEach(element -> words.add(element.asString()));
    } else {
      Arrays.stream(text.split(",", -1))
          .map(String::trim)
          .filter(word -> !word.isEmpty())
          .forEach(words::add);
    }
    return words;
  }

  /** The days of all rows together. */
  long days() {
    return periods.stream().mapToLong(DayRange::length).sum();
  }
}
