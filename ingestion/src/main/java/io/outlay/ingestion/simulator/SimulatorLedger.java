package io.outlay.ingestion.simulator;

import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.DayBook;
import io.outlay.ingestion.simulator.world.DayRange;
import io.outlay.ingestion.simulator.world.Figures;
import io.outlay.ingestion.simulator.world.Incident;
import io.outlay.ingestion.simulator.world.Measure;
import io.outlay.ingestion.simulator.world.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The truth behind the answers, for those who check them. Works every total out again; a month of
 * an account takes some milliseconds.
 */
public final class SimulatorLedger {

  private final World world;

  SimulatorLedger(World world) {
    this.world = world;
  }

  /** The truth of the world that a simulator of these settings plays, without one. */
  public static SimulatorLedger of(SimulatorSettings settings) {
    return new SimulatorLedger(
        World.make(settings.seed(), settings.anchor(), settings.firstDay(), settings.campaigns()));
  }

  /** All accounts of all publishers. */
  public List<AdAccount> accounts() {
    return world.accounts();
  }

  /** The account with a platform's number; Apple's is the organization's. */
  public AdAccount account(AdPlatform platform, long id) {
    return world
        .account(platform, id)
        .orElseThrow(() -> new IllegalArgumentException("no " + platform + " account " + id));
  }

  /** What the platform would report at {@code at} for whole days of an account. */
  public LedgerTotal account(AdAccount account, DayRange days, Instant at) {
    return total(account, days, at, slot -> true);
  }

  /** The same for one campaign. */
  public LedgerTotal campaign(AdAccount account, long campaignId, DayRange days, Instant at) {
    return total(account, days, at, slot -> slot.campaign().id() == campaignId);
  }

  /** The same for what the platform has ad rows for. */
  public LedgerTotal ads(AdAccount account, DayRange days, Instant at) {
    return total(account, days, at, slot -> slot.ad().reported());
  }

  /** What went wrong on some days of an account. */
  public List<Incident> incidents(AdAccount account, DayRange days) {
    return Incident.all(account, days);
  }

  private static LedgerTotal total(
      AdAccount account, DayRange days, Instant at, Predicate<AdSlot> of) {
    List<AdSlot> slots = account.slots().stream().filter(of).toList();
    Figures sum = DayBook.of(account, at).figures(slots, days);
    return new LedgerTotal(
        sum.of(Measure.IMPRESSIONS),
        sum.of(Measure.CLICKS),
        sum.of(Measure.CLICKS_ALL),
        account.currency().micros(sum.of(Measure.COST)),
        hundredths(sum.of(Measure.INSTALLS)),
        hundredths(sum.of(Measure.PRE_REGISTRATIONS)),
        hundredths(sum.of(Measure.PURCHASES)),
        account.currency().amount(sum.of(Measure.VALUE)),
        hundredths(viewThrough(account, sum)));
  }

  private static long viewThrough(AdAccount account, Figures sum) {
    return switch (account.platform()) {
      case META ->
          sum.of(Measure.INSTALLS_VIEW_1D)
              + sum.of(Measure.PRE_REGISTRATIONS_VIEW_1D)
              + sum.of(Measure.PURCHASES_VIEW_1D);
      case GOOGLE_ADS -> sum.of(Measure.VIEW_THROUGH);
      case APPLE_ADS -> sum.of(Measure.VIEW_INSTALLS);
    };
  }

  private static BigDecimal hundredths(long value) {
    return BigDecimal.valueOf(value, 2);
  }
}
