package io.outlay.ingestion.platform.reading;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.View;
import io.outlay.ingestion.platform.PeriodReport;
import io.outlay.ingestion.platform.ReportRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the answer to a request of the layers of rows a platform gave.
 *
 * @param level finest level of the rows
 * @param currencyCode of the account
 * @param metrics what the view reports, for an account total of zero
 * @param provisionalFrom first day that the platform may still correct
 */
public record ReportAssembly(
    ReportRequest request,
    Level level,
    String currencyCode,
    Set<BaseMetric> metrics,
    LocalDate provisionalFrom) {

  /** Copies the set. */
  public ReportAssembly {
    metrics = Set.copyOf(metrics);
  }

  /**
   * One report for each period of the request, in order.
   *
   * @param layers finest first; the last holds the account's own rows, one a period
   */
  public List<PeriodReport> assemble(List<Layer> layers) {
    List<Period> periods = Periods.of(request);
    refuseOutside(layers, periods);
    List<Map<LocalDate, List<EntityRow>>> byBegin = new ArrayList<>();
    for (Layer layer : layers) {
      byBegin.add(layer.rows().stream().collect(Collectors.groupingBy(EntityRow::begin)));
    }
    return periods.stream().map(period -> report(period, layers, byBegin)).toList();
  }

  private PeriodReport report(
      Period period, List<Layer> layers, List<Map<LocalDate, List<EntityRow>>> byBegin) {
    List<Layer> own = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      List<EntityRow> rows = byBegin.get(i).getOrDefault(period.firstDay(), List.of());
      own.add(new Layer(rows, layers.get(i).parentOf()));
    }
    List<FactRow> rows = Remainders.complete(own).stream().map(this::fact).toList();
    return new PeriodReport(
        period,
        level,
        rows,
        request.view() == View.ATTRIBUTION_WINDOW
            ? MetricValues.of(Map.of())
            : total(own.getLast()),
        !period.lastDay().isBefore(provisionalFrom));
  }

  private MetricValues total(Layer account) {
    return account.rows().isEmpty() ? zero() : account.rows().getFirst().metrics();
  }

  private MetricValues zero() {
    Map<BaseMetric, Long> zeros = new EnumMap<>(BaseMetric.class);
    metrics.forEach(metric -> zeros.put(metric, 0L));
    return MetricValues.of(zeros);
  }

  private void refuseOutside(List<Layer> layers, List<Period> periods) {
    Set<LocalDate> begins = periods.stream().map(Period::firstDay).collect(Collectors.toSet());
    for (Layer layer : layers) {
      for (EntityRow row : layer.rows()) {
        if (!begins.contains(row.begin())) {
          throw Fields.unreadable(
              "the day of a row",
              row.begin(),
              "a period of " + request.days().from() + " to " + request.days().to());
        }
      }
    }
  }

  private FactRow fact(EntityRow row) {
    EntityKey key = row.key();
    EntityLabels labels = row.labels();
    return new FactRow(
        key.campaignId(),
        key.campaignId() == null ? null : labels.campaignName(),
        key.campaignId() == null ? null : labels.campaignStatus(),
        key.adGroupId(),
        key.adGroupId() == null ? null : labels.adGroupName(),
        key.adId(),
        key.adId() == null ? null : labels.adName(),
        segmentIn(View.COUNTRY, key),
        null,
        null,
        segmentIn(View.DEVICE, key),
        segmentIn(View.ATTRIBUTION_WINDOW, key),
        currencyCode,
        row.metrics());
  }

  private @Nullable String segmentIn(View view, EntityKey key) {
    return request.view() == view ? key.segment() : null;
  }
}
