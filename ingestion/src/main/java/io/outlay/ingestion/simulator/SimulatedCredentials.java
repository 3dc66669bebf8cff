package io.outlay.ingestion.simulator;

import io.outlay.ingestion.simulator.appleads.AppleAdsCredentials;
import io.outlay.ingestion.simulator.googleads.GoogleAdsCredentials;
import io.outlay.ingestion.simulator.meta.MetaCredentials;

/**
 * Everything a publisher needs to read its accounts. Invented, and worthless elsewhere.
 *
 * @param meta for Meta
 * @param googleAds for Google Ads
 * @param appleAds for Apple
 */
public record SimulatedCredentials(
    MetaCredentials meta, GoogleAdsCredentials googleAds, AppleAdsCredentials appleAds) {}
