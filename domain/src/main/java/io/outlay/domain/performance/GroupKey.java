package io.outlay.domain.performance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a row is about. A part is null when the report is not grouped by it, or when the facts are
 * not broken down to it (the remainder of the level above).
 *
 * @param periodStart first day of the row's whole period; null without a granularity
 * @param label value of the label grouped by
 */
public record GroupKey(
    @Nullable LocalDate periodStart,
    @Nullable Long channelId,
    @Nullable Long adAccountId,
    @Nullable Long campaignId,
    @Nullable Long adGroupId,
    @Nullable Long adId,
    @Nullable String currencyCode,
    @Nullable String country,
    @Nullable String ageRange,
    @Nullable String gender,
    @Nullable String device,
    @Nullable LabelValue label) {

  /**
   * A label's key and value.
   *
   * @param value null for campaigns that do not have the label
   */
  public record LabelValue(String key, @Nullable String value) {}

  /** All of a period. */
  public static GroupKey inPeriod(LocalDate periodStart) {
    return new GroupKey(
        periodStart, null, null, null, null, null, null, null, null, null, null, null);
  }

  /** The same group in another period. */
  public GroupKey at(@Nullable LocalDate otherPeriodStart) {
    return new GroupKey(
        otherPeriodStart,
        channelId,
        adAccountId,
        campaignId,
        adGroupId,
        adId,
        currencyCode,
        country,
        ageRange,
        gender,
        device,
        label);
  }
}
