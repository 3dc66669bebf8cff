package io.outlay.ingestion.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/**
 * What a simulator plays.
 *
 * @param seed what every figure is drawn from: the same seed, the same figures
 * @param clock the time the platforms believe it is
 * @param anchor the day around which launches, pauses, a rename and deletions are placed
 * @param firstDay the first day on which anything was advertised
 * @param campaigns campaigns of each account, 1 to 99; the stories need at least 18
 * @param callsPerMinute calls each account is allowed in a minute of real time, 0 for any number
 * @param port port to listen on, 0 for a free one
 */
public record SimulatorSettings(
    long seed,
    InstantSource clock,
    LocalDate anchor,
    LocalDate firstDay,
    int campaigns,
    int callsPerMinute,
    int port) {

  private static final LocalDate ANCHOR = LocalDate.of(2026, 11, 1);
  private static final int HISTORY_MONTHS = 39;
  private static final int CAMPAIGNS = 30;
  private static final long SEED = 20_261_122;

  /** Refuses numbers out of range. */
  public SimulatorSettings {
    if (campaigns < 1 || campaigns > 99) {
      throw new IllegalArgumentException("campaigns must be from 1 to 99, not " + campaigns);
    }
    if (callsPerMinute < 0 || port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "callsPerMinute must not be negative and port must be from 0 to 65535, not "
              + callsPerMinute
              + " and "
              + port);
    }
  }

  /** The usual world of 39 months and 30 campaigns an account, on a free port, by {@code clock}. */
  public static SimulatorSettings usual(InstantSource clock) {
    return new SimulatorSettings(
        SEED, clock, ANCHOR, ANCHOR.minusMonths(HISTORY_MONTHS), CAMPAIGNS, 0, 0);
  }

  /** The usual world with a clock that stands still until it is moved. */
  public static SimulatorSettings standingAt(Instant instant) {
    return usual(InstantSource.fixed(instant));
  }

  /** The same with another seed. */
  public SimulatorSettings withSeed(long otherSeed) {
    return new SimulatorSettings(
        otherSeed, clock, anchor, firstDay, campaigns, callsPerMinute, port);
  }

  /** The same with a limit of calls. */
  public SimulatorSettings withCallsPerMinute(int calls) {
    return new SimulatorSettings(seed, clock, anchor, firstDay, campaigns, calls, port);
  }

  /** The same on another port. */
  public SimulatorSettings withPort(int otherPort) {
    return new SimulatorSettings(
        seed, clock, anchor, firstDay, campaigns, callsPerMinute, otherPort);
  }

  /** The same with fewer or more campaigns. */
  public SimulatorSettings withCampaigns(int otherCampaigns) {
    return new SimulatorSettings(
        seed, clock, anchor, firstDay, otherCampaigns, callsPerMinute, port);
  }
}
