package io.outlay.ingestion.platform;

/**
 * An ad account as its platform describes it.
 *
 * @param externalId the platform's id, as it is written in reports
 * @param currencyCode ISO 4217
 * @param timeZone IANA name
 */
public record PlatformAccount(
    String externalId, String name, String currencyCode, String timeZone) {}
