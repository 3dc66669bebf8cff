package io.outlay.ingestion.reconciliation;

import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.Publisher;

/** One account of each platform and dialect. */
enum CollectedAccount implements PlayedAccount {
  META(AdPlatform.META, 1, "v26.0"),
  GOOGLE_ADS(AdPlatform.GOOGLE_ADS, 1, "v26"),
  APPLE_PLATFORM_V1(AdPlatform.APPLE_ADS, 1, "platform-v1"),
  APPLE_V5(AdPlatform.APPLE_ADS, 2, "v5");

  private final AdPlatform platform;
  private final int number;
  private final String apiVersion;

  CollectedAccount(AdPlatform platform, int number, String apiVersion) {
    this.platform = platform;
    this.number = number;
    this.apiVersion = apiVersion;
  }

  @Override
  public Publisher publisher() {
    return Publisher.DEMO_GAMES;
  }

  @Override
  public AdPlatform platform() {
    return platform;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public String apiVersion() {
    return apiVersion;
  }
}
