package io.outlay.domain.performance;

/**
 * What a slice tells about its account, enough to make the account known where it is not.
 *
 * @param channelName shown name of the channel
 * @param name shown name of the account
 * @param currencyCode ISO 4217 code of the account's amounts
 * @param timeZone IANA name of the zone whose days the figures are of
 * @param conversionGoal kind that {@code conversions} counts
 */
public record AdAccountDetails(
    String channelName,
    String name,
    String currencyCode,
    String timeZone,
    ConversionKind conversionGoal) {}
