package io.outlay.domain.performance;

import org.jspecify.annotations.Nullable;

/**
 * One row of a slice. External ids name campaign, ad group and ad; a null stands for the remainder
 * that is not broken down to that level. Segments are part of the row's key.
 *
 * @param attributionWindow the platform's name of the window its conversions were credited in, for
 *     example {@code 7d_click}; set on every row of {@link View#ATTRIBUTION_WINDOW} and on no other
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
    @Nullable String attributionWindow,
    String currencyCode,
    MetricValues metrics) {

  /** A row of the platform's own window, as every view but one has it. */
  public FactRow(
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
      MetricValues metrics) {
    this(
        campaignId,
        campaignName,
        campaignStatus,
        adGroupId,
        adGroupName,
        adId,
        adName,
        country,
        ageRange,
        gender,
        device,
        null,
        currencyCode,
        metrics);
  }
}
