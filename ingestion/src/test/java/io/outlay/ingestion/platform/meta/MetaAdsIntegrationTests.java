package io.outlay.ingestion.platform.meta;

import io.outlay.ingestion.platform.AdPlatform;
import io.outlay.ingestion.platform.AdPlatformContract;
import io.outlay.ingestion.platform.call.CallSettings;
import io.outlay.ingestion.simulator.AdPlatformSimulator;
import io.outlay.ingestion.simulator.SimulatedCredentials;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdAccount;
import java.time.InstantSource;
import java.util.Map;

class MetaAdsIntegrationTests extends AdPlatformContract {

  @Override
  protected AdPlatform platform(
      AdPlatformSimulator simulator, CallSettings limits, InstantSource clock) {
    return new MetaAds(
        MetaSettings.at(simulator.baseUrl(SimulatedHost.META_GRAPH)), limits, meters(), clock);
  }

  @Override
  protected io.outlay.ingestion.simulator.world.AdPlatform simulated() {
    return io.outlay.ingestion.simulator.world.AdPlatform.META;
  }

  @Override
  protected String apiVersion() {
    return "v26.0";
  }

  @Override
  protected Map<String, String> secrets(SimulatedCredentials credentials, AdAccount account) {
    return Map.of(
        "accessToken", credentials.meta().accessToken(),
        "appSecret", credentials.meta().appSecret());
  }
}
