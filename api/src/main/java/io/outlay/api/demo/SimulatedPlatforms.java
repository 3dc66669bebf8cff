package io.outlay.api.demo;

import io.outlay.ingestion.simulator.AdPlatformSimulator;
import io.outlay.ingestion.simulator.SimulatedCredentials;
import io.outlay.ingestion.simulator.SimulatorSettings;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.Publisher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * A simulator on a free port of loopback, with its addresses below every real setting: a platform
 * that was given an address keeps it. Nothing stored names the port, so the next start may have
 * another.
 */
final class SimulatedPlatforms implements BeanFactoryPostProcessor, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(SimulatedPlatforms.class);

  static final String META = "META";
  static final String GOOGLE_ADS = "GOOGLE_ADS";
  static final String APPLE_SEARCH_ADS = "APPLE_SEARCH_ADS";

  private static final String SOURCE = "simulatedPlatforms";
  private static final String PREFIX = "outlay.platform.";
  private static final Map<String, String> ADDRESS_OF =
      Map.of(
          META, PREFIX + "meta.base-url",
          GOOGLE_ADS, PREFIX + "google-ads.base-url",
          APPLE_SEARCH_ADS, PREFIX + "apple-search-ads.platform-base-url");

  /** The platforms' own work is done on the same machine. */
  private static final int ACCOUNTS_AT_ONCE = 2;

  private static final Duration LONGEST_START = Duration.ofSeconds(30);

  private final AdPlatformSimulator simulator;
  private final ConfigurableEnvironment environment;
  private final Map<String, Object> settings;

  private SimulatedPlatforms(AdPlatformSimulator simulator, ConfigurableEnvironment environment) {
    this.simulator = simulator;
    this.environment = environment;
    this.settings = settings(simulator);
  }

  /**
   * Starts a simulator, on the thread that starts the program.
   *
   * @param clock the time the platforms believe it is
   * @param campaigns of each account, 1 to 99
   */
  static SimulatedPlatforms start(
      ConfigurableEnvironment environment, InstantSource clock, int campaigns) {
    SimulatorSettings settings = SimulatorSettings.usual(clock).withCampaigns(campaigns);
    SimulatedPlatforms platforms = new SimulatedPlatforms(started(settings), environment);
    environment.getPropertySources().addLast(new MapPropertySource(SOURCE, platforms.settings));
    LOG.info(
        "Meta, Google Ads and Apple Search Ads are played on 127.0.0.1:{}",
        platforms.simulator.port());
    return platforms;
  }

  /** The addresses are settings by now; there is nothing to do with beans. */
  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {}

  /** Whether a channel's platform is played here; otherwise it was given an address of its own. */
  boolean plays(String channel) {
    String name = ADDRESS_OF.get(channel);
    return name != null && Objects.equals(settings.get(name), environment.getProperty(name));
  }

  /** What a publisher shows to be let in. */
  SimulatedCredentials credentials(Publisher publisher) {
    return simulator.credentials(publisher);
  }

  @Override
  public void destroy() {
    environment.getPropertySources().remove(SOURCE);
    simulator.close();
  }

  private static Map<String, Object> settings(AdPlatformSimulator simulator) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ADDRESS_OF.get(META), simulator.baseUrl(SimulatedHost.META_GRAPH));
    settings.put(ADDRESS_OF.get(GOOGLE_ADS), simulator.baseUrl(SimulatedHost.GOOGLE_ADS));
    settings.put(
        PREFIX + "google-ads.token-url", simulator.baseUrl(SimulatedHost.GOOGLE_OAUTH) + "/token");
    settings.put(ADDRESS_OF.get(APPLE_SEARCH_ADS), simulator.baseUrl(SimulatedHost.APPLE_ADS));
    settings.put(
        PREFIX + "apple-search-ads.base-url", simulator.baseUrl(SimulatedHost.APPLE_SEARCH_ADS));
    settings.put(
        PREFIX + "apple-search-ads.token-url",
        simulator.baseUrl(SimulatedHost.APPLE_ID) + "/auth/oauth2/token");
    settings.put("outlay.sync.parallel", ACCOUNTS_AT_ONCE);
    return settings;
  }

  private static AdPlatformSimulator started(SimulatorSettings settings) {
    try {
      return AdPlatformSimulator.start(settings)
          .toFuture()
          .get(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the demo's ad platforms could not be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the start was interrupted", e);
    }
  }
}
