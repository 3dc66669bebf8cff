package io.outlay.ingestion.reconciliation;

import io.outlay.domain.performance.ConversionKind;
import io.outlay.ingestion.simulator.AdPlatformSimulator;
import io.outlay.ingestion.simulator.SimulatedCredentials;
import io.outlay.ingestion.simulator.appleads.AppleAdsCredentials;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.Publisher;
import java.util.Map;

/** An account that the simulator plays, and how Outlay connects it. */
interface PlayedAccount {

  Publisher publisher();

  AdPlatform platform();

  /** Which of the publisher's accounts with the platform, from 1. */
  int number();

  String apiVersion();

  default String channel() {
    return switch (platform()) {
      case META -> "META";
      case GOOGLE_ADS -> "GOOGLE_ADS";
      case APPLE_ADS -> "APPLE_SEARCH_ADS";
    };
  }

  default ConversionKind goal() {
    return platform() == AdPlatform.APPLE_ADS ? ConversionKind.INSTALL : ConversionKind.PURCHASE;
  }

  /** The account in the simulator's ledger. */
  default AdAccount in(AdPlatformSimulator simulator) {
    return simulator.ledger().accounts().stream()
        .filter(account -> account.platform() == platform() && account.number() == number())
        .filter(account -> account.publisher().equals(publisher()))
        .findFirst()
        .orElseThrow();
  }

  /** Secrets that open it. */
  default Map<String, String> secrets(AdPlatformSimulator simulator) {
    SimulatedCredentials credentials = simulator.credentials(publisher());
    return switch (platform()) {
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
