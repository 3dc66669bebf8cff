package io.outlay.ingestion.reconciliation;

import io.outlay.domain.performance.ConversionKind;
import io.outlay.ingestion.simulator.AdPlatformSimulator;
import io.outlay.ingestion.simulator.SimulatedCredentials;
import io.outlay.ingestion.simulator.appleads.AppleAdsCredentials;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.Publisher;
import java.util.Map;

/** One account of each platform and dialect, and how Outlay connects it. */
enum CollectedAccount {
  META("META", "v26.0", AdPlatform.META, 1, ConversionKind.PURCHASE),
  GOOGLE_ADS("GOOGLE_ADS", "v26", AdPlatform.GOOGLE_ADS, 1, ConversionKind.PURCHASE),
  APPLE_PLATFORM_V1(
      "APPLE_SEARCH_ADS", "platform-v1", AdPlatform.APPLE_ADS, 1, ConversionKind.INSTALL),
  APPLE_V5("APPLE_SEARCH_ADS", "v5", AdPlatform.APPLE_ADS, 2, ConversionKind.INSTALL);

  private final String channel;
  private final String apiVersion;
  private final AdPlatform platform;
  private final int number;
  private final ConversionKind goal;

  CollectedAccount(
      String channel, String apiVersion, AdPlatform platform, int number, ConversionKind goal) {
    this.channel = channel;
    this.apiVersion = apiVersion;
    this.platform = platform;
    this.number = number;
    this.goal = goal;
  }

  String channel() {
    return channel;
  }

  String apiVersion() {
    return apiVersion;
  }

  AdPlatform platform() {
    return platform;
  }

  ConversionKind goal() {
    return goal;
  }

  /** The account in the simulator's ledger. */
  AdAccount in(AdPlatformSimulator simulator) {
    return simulator.ledger().accounts().stream()
        .filter(account -> account.platform() == platform && account.number() == number)
        .filter(account -> account.publisher().equals(Publisher.DEMO_GAMES))
        .findFirst()
        .orElseThrow();
  }

  /** Secrets that open it. */
  Map<String, String> secrets(AdPlatformSimulator simulator) {
    SimulatedCredentials credentials = simulator.credentials(Publisher.DEMO_GAMES);
    return switch (platform) {
      case META -> Map.of("accessToken", credentials.meta().accessToken());
      case GOOGLE_ADS ->
          Map.of(
              "clientId", credentials.googleAds().clientId(),
              "clientSecret", credentials.googleAds().clientSecret(),
              "refreshToken", credentials.googleAds().refreshToken(),
              "loginCustomerId", credentials.googleAds().loginCustomerId());
      case APPLE_ADS -> apple(credentials.appleAds(), in(simulator));
    };
  }

  private static Map<String, String> apple(AppleAdsCredentials apple, AdAccount account) {
    return Map.of(
        "clientId", apple.clientId(),
        "teamId", apple.teamId(),
        "keyId", apple.keyId(),
        "privateKey", apple.privateKeyPem(),
        "adAccountId", Long.toString(account.adAccountId()));
  }
}
