package io.outlay.ingestion.platform;

import org.jspecify.annotations.Nullable;

/**
 * An ad at its platform. Its id is unique within its ad group only.
 *
 * @param campaignId external id of its campaign
 * @param adGroupId external id of its ad group
 * @param name null where the platform gives none
 * @param status the platform's own word
 */
public record PlatformAd(
    String externalId, String campaignId, String adGroupId, @Nullable String name, String status) {}
