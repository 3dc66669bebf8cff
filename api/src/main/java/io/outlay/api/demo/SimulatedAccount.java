package io.outlay.api.demo;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.ingestion.simulator.SimulatedCredentials;
import io.outlay.ingestion.simulator.SimulatorLedger;
import io.outlay.ingestion.simulator.SimulatorSettings;
import io.outlay.ingestion.simulator.appleads.AppleAdsCredentials;
import io.outlay.ingestion.simulator.googleads.GoogleAdsCredentials;
import io.outlay.ingestion.simulator.meta.MetaCredentials;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.Publisher;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An account at a played platform and what opens it.
 *
 * @param channel key of the channel
 * @param externalId the platform's own id
 */
record SimulatedAccount(String channel, String externalId, PlatformCredential credential) {

  /** Names of a publisher's accounts, whether or not their platforms are played now. */
  static Stream<AdAccountKey> keys(OrganizationId organization, Publisher publisher) {
    return SimulatorLedger.of(SimulatorSettings.usual(InstantSource.system()).withCampaigns(1))
        .accounts()
        .stream()
        .filter(account -> account.publisher().equals(publisher))
        .map(
            account ->
                new AdAccountKey(
                    organization, channel(account.platform()), Long.toString(account.id())));
  }

  private static String channel(AdPlatform platform) {
    return switch (platform) {
      case META -> SimulatedPlatforms.META;
      case GOOGLE_ADS -> SimulatedPlatforms.GOOGLE_ADS;
      case APPLE_ADS -> SimulatedPlatforms.APPLE_SEARCH_ADS;
    };
  }

  /** All accounts of a publisher: first by platform, then by number. */
  static Stream<SimulatedAccount> all(SimulatedCredentials credentials) {
    return Stream.of(
            meta(credentials.meta()),
            google(credentials.googleAds()),
            apple(credentials.appleAds()))
        .flatMap(accounts -> accounts);
  }

  private static Stream<SimulatedAccount> meta(MetaCredentials meta) {
    PlatformCredential credential =
        new PlatformCredential(
            Map.of("accessToken", meta.accessToken(), "appSecret", meta.appSecret()));
    return meta.accountIds().stream()
        .map(id -> new SimulatedAccount(SimulatedPlatforms.META, id, credential));
  }

  private static Stream<SimulatedAccount> google(GoogleAdsCredentials google) {
    PlatformCredential credential =
        new PlatformCredential(
            Map.of(
                "clientId", google.clientId(),
                "clientSecret", google.clientSecret(),
                "refreshToken", google.refreshToken(),
                "loginCustomerId", google.loginCustomerId()));
    return google.customerIds().stream()
        .map(id -> new SimulatedAccount(SimulatedPlatforms.GOOGLE_ADS, id, credential));
  }

  private static Stream<SimulatedAccount> apple(AppleAdsCredentials apple) {
    return IntStream.range(0, apple.orgIds().size())
        .mapToObj(
            i ->
                new SimulatedAccount(
                    SimulatedPlatforms.APPLE_SEARCH_ADS,
                    apple.orgIds().get(i),
                    new PlatformCredential(
                        Map.of(
                            "clientId", apple.clientId(),
                            "teamId", apple.teamId(),
                            "keyId", apple.keyId(),
                            "privateKey", apple.privateKeyPem(),
                            "orgId", apple.orgIds().get(i),
                            "adAccountId", apple.adAccountIds().get(i)))));
  }
}
