package io.outlay.ingestion.simulator;

import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.DayRange;
import io.outlay.ingestion.simulator.world.Publisher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A simulator of its own for a test, and the short ways to it. */
final class SimulatorStage implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-22T14:30:00Z");

  private final AdPlatformSimulator simulator;
  private final Browser browser;

  SimulatorStage() {
    this(SimulatorSettings.standingAt(NOW));
  }

  SimulatorStage(SimulatorSettings settings) {
    this.simulator = AdPlatformSimulator.start(settings).blockOptional().orElseThrow();
    this.browser = new Browser(simulator);
  }

  AdPlatformSimulator simulator() {
    return simulator;
  }

  Browser browser() {
    return browser;
  }

  List<AdAccount> accounts(AdPlatform platform) {
    return simulator.ledger().accounts().stream()
        .filter(account -> account.platform() == platform)
        .toList();
  }

  /** The first publisher's first account with a platform. */
  AdAccount first(AdPlatform platform) {
    return accounts(platform).getFirst();
  }

  MetaReader meta() {
    return new MetaReader(browser, credentials().meta());
  }

  GoogleReader google() {
    return new GoogleReader(browser, credentials().googleAds());
  }

  AppleReader apple() {
    return new AppleReader(browser, credentials().appleAds(), simulator.clock().instant());
  }

  private SimulatedCredentials credentials() {
    return simulator.credentials(Publisher.DEMO_GAMES);
  }

  static DayRange days(String first, String last) {
    return new DayRange(LocalDate.parse(first), LocalDate.parse(last));
  }

  @Override
  public void close() {
    browser.close();
    simulator.close();
  }
}
