package io.outlay.domain.account;

import io.outlay.domain.performance.ConversionKind;

/**
 * An account at an ad platform.
 *
 * @param externalId the platform's own id, or the importer's
 * @param currencyCode ISO 4217 code of its amounts
 * @param timeZone IANA name of the zone whose days its figures are of
 * @param conversionGoal kind that its {@code conversions} count
 */
public record AdAccount(
    long id,
    long channelId,
    String externalId,
    String name,
    String currencyCode,
    String timeZone,
    ConversionKind conversionGoal) {

  /** The same under another name. */
  public AdAccount named(String other) {
    return new AdAccount(id, channelId, externalId, other, currencyCode, timeZone, conversionGoal);
  }
}
