package io.outlay.ingestion.simulator.fault;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.world.AdPlatform;
import java.time.Duration;
import java.util.Optional;

/**
 * A switched-on fault.
 *
 * @param kind what goes wrong
 * @param platform whose answers go wrong
 * @param accountId the one account it is about; empty for every call of the platform
 * @param times how many calls it spoils; {@link #UNTIL_CLEARED} for any number
 * @param length how slow, or how far the clock is off
 */
public record Fault(
    FaultKind kind, AdPlatform platform, Optional<String> accountId, int times, Duration length) {

  /** Spoils calls until faults are cleared. */
  public static final int UNTIL_CLEARED = -1;

  private static final Duration SLOW = Duration.ofSeconds(6);
  private static final Duration SKEW = Duration.ofHours(26);

  /** A fault in the next {@code times} calls to a platform. */
  public static Fault of(FaultKind kind, AdPlatform platform, int times) {
    Duration length = kind == FaultKind.SLOW ? SLOW : SKEW;
    return new Fault(kind, platform, Optional.empty(), times, length);
  }

  /** The same fault, in calls about one account only. */
  public Fault forAccount(String id) {
    return new Fault(kind, platform, Optional.of(id), times, length);
  }

  /** The same fault with another length. */
  public Fault lasting(Duration otherLength) {
    return new Fault(kind, platform, accountId, times, otherLength);
  }

  Fault less() {
    return times == UNTIL_CLEARED ? this : new Fault(kind, platform, accountId, times - 1, length);
  }

  boolean concerns(AdPlatform of, Optional<String> account, Call call) {
    return platform == of
        && (accountId.isEmpty() || accountId.equals(account))
        && (!kind.isOfRuns() || beginsRun(call))
        && (!kind.isOfPages() || isPaged(call));
  }

  private static boolean beginsRun(Call call) {
    return call.method().equals("POST") && last(call).equals("insights");
  }

  private static boolean isPaged(Call call) {
    return call.path().size() > 1 && !last(call).equals("token") && !beginsRun(call);
  }

  private static String last(Call call) {
    return call.part(call.path().size() - 1);
  }
}
