package io.outlay.ingestion.platform;

import org.jspecify.annotations.Nullable;

/**
 * An ad group (at Meta: ad set) at its platform.
 *
 * @param campaignId external id of its campaign
 * @param name null where the platform gives none
 * @param status the platform's own word
 * @param dailyBudgetMicros millionths of the account currency's major unit a day; null without one
 * @param lifetimeBudgetMicros the same for the whole time; null without one
 */
public record PlatformAdGroup(
    String externalId,
    String campaignId,
    @Nullable String name,
    String status,
    @Nullable Long dailyBudgetMicros,
    @Nullable Long lifetimeBudgetMicros) {}
