package io.outlay.domain.performance;

import org.jspecify.annotations.Nullable;

/**
 * One row of a slice. External ids name campaign, ad group and ad; a null stands for the remainder that is not broken down to that
 * level. Segments are part of the row's key. Metrics are in {@link BaseMetric} order, null where not reported, money and decimals
 * in millionths.
 *
 * @param metrics one element for each {@link BaseMetric}; not copied, hand it over
 */
public record FactRow(
    @Nullable String campaignId,
    @Nullable String campaignName,
    @Nullable String campaignStatus,
    @Nullable String adGroupId,
    @Nullable String adGroupName,
    @Nullable String adId,
    @Nullable String adName,
    @Nullable String country,
    @Nullable String ageRange,
    @Nullable String gender,
    @Nullable String device,
    String currencyCode,
    @Nullable Long[] metrics) {

  /** Refuses rows without a place for each metric. */
  public FactRow {
    if (metrics.length != BaseMetric.values().length) {
      throw new IllegalArgumentException("a fact row holds one number per base metric");
    }
  }

  /** The metric's number; null where the source does not report it. */
  public @Nullable Long metric(BaseMetric metric) {
    return metrics[metric.ordinal()];
  }
}
