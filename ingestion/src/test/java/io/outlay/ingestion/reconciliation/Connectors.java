package io.outlay.ingestion.reconciliation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.ingestion.platform.applesearchads.AppleAds;
import io.outlay.ingestion.platform.applesearchads.AppleSettings;
import io.outlay.ingestion.platform.call.CallSettings;
import io.outlay.ingestion.platform.googleads.GoogleAds;
import io.outlay.ingestion.platform.googleads.GoogleAdsSettings;
import io.outlay.ingestion.platform.meta.MetaAds;
import io.outlay.ingestion.platform.meta.MetaSettings;
import io.outlay.ingestion.simulator.AdPlatformSimulator;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.sync.Platforms;
import java.time.Duration;
import java.util.List;

/** The real connectors, led to a simulator and less patient than usual. */
final class Connectors implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final MetaAds meta;
  private final GoogleAds googleAds;
  private final AppleAds appleAds;

  Connectors(AdPlatformSimulator simulator, CallSettings limits) {
    this.meta =
        new MetaAds(
            new MetaSettings(
                simulator.baseUrl(SimulatedHost.META_GRAPH),
                Duration.ofMillis(10),
                Duration.ofMillis(200),
                Duration.ofSeconds(1)),
            limits,
            new SimpleMeterRegistry(),
            simulator.clock());
    this.googleAds =
        new GoogleAds(
            new GoogleAdsSettings(
                simulator.baseUrl(SimulatedHost.GOOGLE_ADS),
                simulator.baseUrl(SimulatedHost.GOOGLE_OAUTH) + "/token"),
            limits,
            new SimpleMeterRegistry(),
            simulator.clock());
    this.appleAds =
        new AppleAds(
            new AppleSettings(
                simulator.baseUrl(SimulatedHost.APPLE_SEARCH_ADS),
                simulator.baseUrl(SimulatedHost.APPLE_ADS),
                simulator.baseUrl(SimulatedHost.APPLE_ID) + "/auth/oauth2/token"),
            limits,
            new SimpleMeterRegistry(),
            simulator.clock());
  }

  /** Three tries with waits of milliseconds. */
  static CallSettings hasty() {
    CallSettings usual = CallSettings.usual();
    return new CallSettings(
        TIMEOUT,
        usual.largestAnswer(),
        3,
        Duration.ofMillis(10),
        Duration.ofSeconds(1),
        usual.atOnce());
  }

  /** The same on a machine that has other work. */
  static CallSettings patient() {
    return hasty().withTimeout(Duration.ofSeconds(10));
  }

  Platforms platforms() {
    return new Platforms(List.of(meta, googleAds, appleAds));
  }

  @Override
  public void close() {
    meta.close();
    googleAds.close();
    appleAds.close();
  }
}
