package io.outlay.ingestion.platform.googleads;

import io.outlay.ingestion.platform.AdPlatform;
import io.outlay.ingestion.platform.AdPlatformContract;
import io.outlay.ingestion.platform.call.CallSettings;
import io.outlay.ingestion.simulator.AdPlatformSimulator;
import io.outlay.ingestion.simulator.SimulatedCredentials;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdAccount;
import java.time.InstantSource;
import java.util.Map;

class GoogleAdsIntegrationTests extends AdPlatformContract {

  @Override
  protected AdPlatform platform(
      AdPlatformSimulator simulator, CallSettings limits, InstantSource clock) {
    return new GoogleAds(
        new GoogleAdsSettings(
            simulator.baseUrl(SimulatedHost.GOOGLE_ADS),
            simulator.baseUrl(SimulatedHost.GOOGLE_OAUTH) + "/token"),
        limits,
        meters(),
        clock);
  }

  @Override
  protected io.outlay.ingestion.simulator.world.AdPlatform simulated() {
    return io.outlay.ingestion.simulator.world.AdPlatform.GOOGLE_ADS;
  }

  @Override
  protected String apiVersion() {
    return "v26";
  }

  @Override
  protected Map<String, String> secrets(SimulatedCredentials credentials, AdAccount account) {
    return Map.of(
        "clientId", credentials.googleAds().clientId(),
        "clientSecret", credentials.googleAds().clientSecret(),
        "refreshToken", credentials.googleAds().refreshToken(),
        "loginCustomerId", credentials.googleAds().loginCustomerId());
  }
}
