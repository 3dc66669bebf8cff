package io.outlay.domain.spendimport;

import io.outlay.domain.performance.ConversionKind;

/**
 * What is known of an ad account.
 *
 * @param externalId the account's external id
 */
public record KnownAccount(
    String externalId,
    String name,
    String channelName,
    String currencyCode,
    String timeZone,
    ConversionKind conversionGoal) {}
