package io.outlay.domain.platform;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign was like from a day on.
 *
 * @param from first day, in the account's zone; the first entry speaks for all days before it too
 * @param objective null where the platform has none
 * @param dailyBudgetMicros millionths of the account currency's major unit; null without one
 * @param lifetimeBudgetMicros the same for the whole time
 */
public record EntityHistory(
    long id,
    LocalDate from,
    String name,
    String status,
    @Nullable String objective,
    @Nullable Long dailyBudgetMicros,
    @Nullable Long lifetimeBudgetMicros,
    @Nullable LocalDate startDay,
    @Nullable LocalDate endDay) {}
