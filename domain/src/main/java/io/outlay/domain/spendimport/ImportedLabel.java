package io.outlay.domain.spendimport;

/**
 * A label a file gives a campaign.
 *
 * @param accountId the account's external id
 * @param campaignId the campaign's external id
 * @param key {@code title}, {@code country} or {@code purpose}
 */
public record ImportedLabel(String accountId, String campaignId, String key, String value) {}
