package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.MetricDifference;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one source delivered of an account for the range, as {@link DayRecordsStatement} found it.
 *
 * @param source null for a connected account of which nothing was delivered
 * @param completeUntil newest day that it saw whole; null for none
 * @param days stretches it delivered, also where they were empty
 * @param reported metrics the account's platform reports
 * @param differing days that differ from the platform's own totals
 * @param campaigns those of the asked campaigns that the account has
 */
record DayRecord(
    long adAccountId,
    @Nullable String source,
    @Nullable LocalDate completeUntil,
    List<DateRange> days,
    Set<BaseMetric> reported,
    List<Differing> differing,
    List<Long> campaigns) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** A stretch as PostgreSQL writes it: with its first day and the day after its last. */
  private static final Pattern STRETCH = Pattern.compile("\\[([0-9-]+),([0-9-]+)\\)");

  /** A day that differs, and in what. */
  record Differing(LocalDate day, List<MetricDifference> metrics) {}

  /** A kept comparison: numbers by the metrics' field names, and the names that differ. */
  private record Kept(
      LocalDate day,
      Map<String, Long> platform,
      Map<String, Long> stored,
      List<BaseMetric> differing) {

    Differing toDiffering() {
      return new Differing(day, differing.stream().map(this::difference).toList());
    }

    private MetricDifference difference(BaseMetric metric) {
      return new MetricDifference(
          metric,
          platform.getOrDefault(metric.fieldName(), 0L),
          stored.getOrDefault(metric.fieldName(), 0L));
    }
  }

  static DayRecord read(Readable row) {
    return new DayRecord(
        Rows.get(row, "ad_account_id", Long.class),
        row.get("source", String.class),
        row.get("complete_until", LocalDate.class),
        stretches(row.get("days", String.class)),
        reported(Rows.get(row, "totals", String.class)),
        Arrays.stream(JSON.readValue(Rows.get(row, "differing", String.class), Kept[].class))
            .map(Kept::toDiffering)
            .toList(),
        List.of(Objects.requireNonNull(row.get("campaigns", Long[].class))));
  }

  private static List<DateRange> stretches(@Nullable String multirange) {
    List<DateRange> stretches = new ArrayList<>();
    Matcher stretch = STRETCH.matcher(multirange == null ? "" : multirange);
    while (stretch.find()) {
      stretches.add(
          new DateRange(
              LocalDate.parse(stretch.group(1)), LocalDate.parse(stretch.group(2)).minusDays(1)));
    }
    return stretches;
  }

  private static Set<BaseMetric> reported(String totals) {
    Set<?> names = JSON.readValue(totals, Map.class).keySet();
    return Arrays.stream(BaseMetric.values())
        .filter(metric -> names.contains(metric.fieldName()))
        .collect(Collectors.toSet());
  }
}
