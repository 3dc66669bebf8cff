package io.outlay.domain.performance;

import org.jspecify.annotations.Nullable;

/**
 * One row of a slice. External ids name campaign, ad group and ad; a null stands for the remainder
 * that is not broken down to that level. Segments are part of the row's key.
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
    MetricValues metrics) {}
