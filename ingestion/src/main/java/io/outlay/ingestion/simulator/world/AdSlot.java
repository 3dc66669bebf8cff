package io.outlay.ingestion.simulator.world;

/**
 * An ad with everything above it.
 *
 * @param account its account
 * @param campaign its campaign
 * @param group its ad group
 * @param ad the ad
 */
public record AdSlot(AdAccount account, Campaign campaign, AdGroup group, Ad ad) {}
