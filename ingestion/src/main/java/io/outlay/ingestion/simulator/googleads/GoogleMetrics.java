package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.world.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The metrics: whole ones as {@code Long}, others as {@code BigDecimal}. */
final class GoogleMetrics {

  static final Map<String, Function<GoogleRow, @Nullable Object>> FIELDS =
      Map.ofEntries(
          Map.entry("metrics.impressions", row -> row.counted().of(Measure.IMPRESSIONS)),
          Map.entry("metrics.clicks", row -> row.counted().of(Measure.CLICKS)),
          Map.entry("metrics.interactions", row -> row.counted().of(Measure.CLICKS_ALL)),
          Map.entry("metrics.cost_micros", GoogleMetrics::cost),
          Map.entry("metrics.conversions", row -> conversions(row, false)),
          Map.entry("metrics.all_conversions", row -> conversions(row, true)),
          Map.entry("metrics.conversions_value", GoogleMetrics::value),
          Map.entry("metrics.all_conversions_value", GoogleMetrics::value),
          Map.entry(
              "metrics.view_through_conversions",
              row -> row.counted().of(Measure.VIEW_THROUGH) / 100),
          Map.entry("metrics.video_trueview_views", row -> row.counted().of(Measure.VIDEO_VIEWS)),
          Map.entry(
              "metrics.biddable_app_install_conversions",
              row -> hundredths(row.counted().of(Measure.INSTALLS))),
          Map.entry(
              "metrics.biddable_app_post_install_conversions",
              row -> hundredths(row.counted().appPurchases())),
          Map.entry(
              "metrics.ctr",
              row -> ratio(row.counted().of(Measure.CLICKS), row, Measure.IMPRESSIONS, 1)),
          Map.entry("metrics.average_cpc", row -> ratio(cost(row), row, Measure.CLICKS, 1)),
          Map.entry(
              "metrics.average_cpm", row -> ratio(cost(row), row, Measure.IMPRESSIONS, 1_000)));

  private GoogleMetrics() {}

  private static Long cost(GoogleRow row) {
    return row.account().currency().micros(row.counted().of(Measure.COST));
  }

  private static BigDecimal conversions(GoogleRow row, boolean all) {
    Counted counted = row.counted();
    ConversionAction action = row.unit().action();
    if (action != null) {
      return hundredths(all || action.isPrimary() ? counted.actionCount() : 0);
    }
    return hundredths(counted.conversions() + (all ? counted.of(Measure.SECONDARY) : 0));
  }

  private static BigDecimal value(GoogleRow row) {
    long value =
        row.unit().action() == null ? row.counted().of(Measure.VALUE) : row.counted().actionValue();
    return row.account().currency().amount(value);
  }

  private static BigDecimal hundredths(long value) {
    return BigDecimal.valueOf(value, 2);
  }

  private static @Nullable BigDecimal ratio(long of, GoogleRow row, Measure by, int times) {
    long divisor = row.counted().of(by);
    return divisor == 0
        ? null
        : BigDecimal.valueOf(of)
            .multiply(BigDecimal.valueOf(times))
            .divide(BigDecimal.valueOf(divisor), 8, RoundingMode.HALF_UP);
  }
}
