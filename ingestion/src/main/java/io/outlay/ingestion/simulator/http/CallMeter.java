package io.outlay.ingestion.simulator.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the calls of each account in the running minute of real time, whatever the platform's
 * clock says. Safe for use by many threads; holds one number for each account that ever called.
 */
public final class CallMeter {

  private static final long MINUTE = 60_000_000_000L;
  private static final int USUAL = 3_200;

  private final int perMinute;
  private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

  /** Allows {@code perMinute} calls to each account; 0 for any number. */
  public CallMeter(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Counts a call and tells whether it is within the limit. */
  public boolean take(String account) {
    Minute minute = minutes.merge(account, new Minute(now(), 1), (old, one) -> old.plus(one));
    return perMinute == 0 || minute.calls() <= perMinute;
  }

  /** Calls of an account's running minute in percent of what is allowed; 0 without a limit. */
  public int percent(String account) {
    return perMinute == 0 ? 0 : percentUsed(account);
  }

  private int percentUsed(String account) {
    return Math.toIntExact(Math.min(100, calls(account) * 100L / limit()));
  }

  /** How many calls an account has left in the running minute; always all without a limit. */
  public int left(String account) {
    return perMinute == 0 ? USUAL : Math.max(0, limit() - calls(account));
  }

  /** Calls a minute an account is allowed, or what is told to callers without a limit. */
  public int limit() {
    return perMinute == 0 ? USUAL : perMinute;
  }

  /** Seconds until the next minute begins. */
  public int secondsToReset() {
    return 60 - (int) (Math.floorMod(System.nanoTime(), MINUTE) / 1_000_000_000L);
  }

  private int calls(String account) {
    Minute minute = minutes.get(account);
    return minute == null || minute.number() != now() ? 0 : minute.calls();
  }

  private static long now() {
    return Math.floorDiv(System.nanoTime(), MINUTE);
  }

  private record Minute(long number, int calls) {

    Minute plus(Minute other) {
      return other.number == number ? new Minute(number, calls + other.calls) : other;
    }
  }
}
