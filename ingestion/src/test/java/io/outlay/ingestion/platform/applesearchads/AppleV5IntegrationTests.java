package io.outlay.ingestion.platform.applesearchads;

import io.outlay.ingestion.platform.AdPlatform;
import io.outlay.ingestion.platform.AdPlatformContract;
import io.outlay.ingestion.platform.call.CallSettings;
import io.outlay.ingestion.simulator.AdPlatformSimulator;
import io.outlay.ingestion.simulator.SimulatedCredentials;
import io.outlay.ingestion.simulator.appleads.AppleAdsCredentials;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdAccount;
import java.time.InstantSource;
import java.util.Map;

class AppleV5IntegrationTests extends AdPlatformContract {

  @Override
  protected AdPlatform platform(
      AdPlatformSimulator simulator, CallSettings limits, InstantSource clock) {
    return new AppleAds(
        new AppleSettings(
            simulator.baseUrl(SimulatedHost.APPLE_SEARCH_ADS),
            simulator.baseUrl(SimulatedHost.APPLE_ADS),
            simulator.baseUrl(SimulatedHost.APPLE_ID) + "/auth/oauth2/token"),
        limits,
        meters(),
        clock);
  }

  @Override
  protected io.outlay.ingestion.simulator.world.AdPlatform simulated() {
    return io.outlay.ingestion.simulator.world.AdPlatform.APPLE_ADS;
  }

  @Override
  protected String apiVersion() {
    return "v5";
  }

  @Override
  protected Map<String, String> secrets(SimulatedCredentials credentials, AdAccount account) {
    AppleAdsCredentials apple = credentials.appleAds();
    return Map.of(
        "clientId", apple.clientId(),
        "teamId", apple.teamId(),
        "keyId", apple.keyId(),
        "privateKey", apple.privateKeyPem(),
        "adAccountId", Long.toString(account.adAccountId()));
  }
}
