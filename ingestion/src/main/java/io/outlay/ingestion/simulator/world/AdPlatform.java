package io.outlay.ingestion.simulator.world;

/** The platforms that are played. */
public enum AdPlatform {
  /** Facebook, Instagram and the rest of Meta. */
  META,
  /** Google Ads. */
  GOOGLE_ADS,
  /** Apple Search Ads, now Apple Ads. */
  APPLE_ADS
}
