package io.outlay.domain.platform;

import io.outlay.domain.performance.Level;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign, ad group or ad is like at its platform.
 *
 * @param level {@code CAMPAIGN}, {@code AD_GROUP} or {@code AD}
 * @param campaignId external id of the campaign
 * @param adGroupId external id of the ad group; null for a campaign
 * @param adId external id of the ad; null above
 * @param name null where the platform gives none
 * @param status the platform's own word
 * @param objective the platform's own word; null where it has none
 * @param dailyBudgetMicros millionths of the account currency's major unit a day; null without one
 * @param lifetimeBudgetMicros the same for the whole time
 * @param sharedBudgetId id of a budget others spend from too; null for one of its own
 * @param startDay first day; null when unknown
 * @param endDay last day; null for an open end
 */
public record EntityState(
    Level level,
    String campaignId,
    @Nullable String adGroupId,
    @Nullable String adId,
    @Nullable String name,
    String status,
    @Nullable String objective,
    @Nullable Long dailyBudgetMicros,
    @Nullable Long lifetimeBudgetMicros,
    @Nullable String sharedBudgetId,
    @Nullable LocalDate startDay,
    @Nullable LocalDate endDay) {}
