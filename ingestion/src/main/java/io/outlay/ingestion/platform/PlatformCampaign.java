package io.outlay.ingestion.platform;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A campaign at its platform.
 *
 * @param name null where the platform gives none
 * @param status the platform's own word, for example {@code ACTIVE}
 * @param objective the platform's own word; null where it has none
 * @param dailyBudgetMicros millionths of the account currency's major unit a day; null without one
 * @param lifetimeBudgetMicros the same for the whole time; null without one
 * @param sharedBudgetId id of a budget that other campaigns spend from too; null for one of its own
 * @param startDay first day in the account's zone; null when unknown
 * @param endDay last day; null for an open end
 */
public record PlatformCampaign(
    String externalId,
    @Nullable String name,
    String status,
    @Nullable String objective,
    @Nullable Long dailyBudgetMicros,
    @Nullable Long lifetimeBudgetMicros,
    @Nullable String sharedBudgetId,
    @Nullable LocalDate startDay,
    @Nullable LocalDate endDay) {}
