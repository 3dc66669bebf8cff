package io.outlay.domain.assumption;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Days of one account on which one assumption holds.
 *
 * @param lastDay included
 * @param costFactor what a unit of spend costs
 * @param keptShare what is kept of a unit of value
 */
public record AssumedDays(
    long adAccountId,
    LocalDate firstDay,
    LocalDate lastDay,
    BigDecimal costFactor,
    BigDecimal keptShare) {}
