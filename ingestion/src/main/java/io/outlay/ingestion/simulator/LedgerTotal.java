package io.outlay.ingestion.simulator;

import java.math.BigDecimal;

/**
 * What a platform would report, exactly.
 *
 * @param impressions times ads were shown
 * @param clicks clicks that lead somewhere (Meta's link clicks, Apple's taps)
 * @param clicksAll clicks of any sort (Meta's clicks, Google's interactions)
 * @param spendMicros millionths of the account's currency
 * @param installs app installs after a click or, at Meta, a view
 * @param preRegistrations sign-ups and pre-orders
 * @param purchases purchases in app or web shop
 * @param value what was paid in them, in the account's currency
 * @param viewThrough conversions after an impression only: Google's view-through conversions,
 *     Apple's view installs, Meta's purchases, installs and pre-registrations within a day of a
 *     view
 */
public record LedgerTotal(
    long impressions,
    long clicks,
    long clicksAll,
    long spendMicros,
    BigDecimal installs,
    BigDecimal preRegistrations,
    BigDecimal purchases,
    BigDecimal value,
    BigDecimal viewThrough) {}
