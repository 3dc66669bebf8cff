package io.outlay.ingestion.reconciliation;

import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.ingestion.simulator.fault.Fault;
import io.outlay.ingestion.simulator.fault.FaultKind;
import io.outlay.ingestion.simulator.world.AdPlatform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Platforms that misbehave for a while during a sync of days whose figures have moved. Whatever
 * happens, what is stored of a day must be what the platform said before or says now, and in the
 * end all must equal the ledger.
 */
final class FaultTrial {

  private static final int MOST_SYNCS = 5;
  private static final Duration FIGURES_MOVE = Duration.ofHours(5);
  private static final Duration SLOW = Duration.ofMillis(200);
  private static final Duration SKEW = Duration.ofHours(26);
  private static final Set<FaultKind> RUNS =
      EnumSet.of(FaultKind.HALF_RUN, FaultKind.FAILED_RUN, FaultKind.SKIPPED_RUN);

  private final ReconciliationStage stage;
  private final Map<PlayedAccount, PlatformAccess> accounts;
  private final DateRange days;

  /**
   * @param accounts connected, and their days collected
   */
  FaultTrial(
      ReconciliationStage stage,
      Map<? extends PlayedAccount, PlatformAccess> accounts,
      DateRange days) {
    this.stage = stage;
    this.accounts = new LinkedHashMap<>(accounts);
    this.days = days;
  }

  /** What went wrong with each account; nothing where all was well. Clears the faults. */
  Map<PlayedAccount, List<String>> run(FaultKind kind) {
    Instant before = stage.simulator().clock().instant();
    stage.simulator().clock().advance(FIGURES_MOVE);
    accounts.forEach(this::connectAgain);
    spoil(kind);
    Instant hour = hour();
    Map<PlayedAccount, Job> jobs = new LinkedHashMap<>();
    accounts.forEach((which, access) -> jobs.put(which, stage.submit(access, days)));
    jobs.replaceAll((which, job) -> stage.await(job));
    Map<PlayedAccount, List<String>> wrong = new LinkedHashMap<>();
    accounts.forEach((which, access) -> wrong.put(which, new ArrayList<>()));
    // Where platforms wanted a pause, hours have passed, and figures have moved once more
    // meanwhile.
    boolean isOfAnotherTime = kind == FaultKind.CLOCK_SKEW || !hour().equals(hour);
    if (!isOfAnotherTime) {
      wrong.forEach((which, lines) -> lines.addAll(neitherOldNorNew(which, before)));
    }
    stage.simulator().faults().clear();
    wrong.forEach(
        (which, lines) -> lines.addAll(inTheEnd(which, jobs.get(which), isOfAnotherTime)));
    return wrong;
  }

  /** Connects an account anew that a fault has stopped, as a person would. */
  void connectAgain(PlayedAccount which, PlatformAccess access) {
    if (stage.again(access).state() != AccessState.CONNECTED) {
      stage.reconnect(which, access);
    }
  }

  /** Calls about each account, the next ones; runs begin only where an answer is too large. */
  private void spoil(FaultKind kind) {
    for (PlayedAccount which : accounts.keySet()) {
      String id = Long.toString(which.in(stage.simulator()).id());
      if (RUNS.contains(kind) && which.platform() != AdPlatform.META) {
        continue;
      }
      if (RUNS.contains(kind)) {
        Fault tooMuch = Fault.of(FaultKind.TOO_MUCH_DATA, which.platform(), Fault.UNTIL_CLEARED);
        stage.simulator().faults().add(tooMuch.forAccount(id));
      }
      Duration length = kind == FaultKind.CLOCK_SKEW ? SKEW : SLOW;
      stage
          .simulator()
          .faults()
          .add(Fault.of(kind, which.platform(), calls(kind)).forAccount(id).lasting(length));
    }
  }

  /** As many as a call has tries and one more; fewer of what takes its time or lasts by itself. */
  private static int calls(FaultKind kind) {
    return switch (kind) {
      case HALF_RUN -> 1;
      case HANGING, TOO_MANY_REQUESTS, TOO_MANY_REQUESTS_WITHOUT_HINT, FAILED_RUN, SKIPPED_RUN -> 2;
      default -> 4;
    };
  }

  /** As the next syncs of the hour would, and a person where the platform wants one. */
  private List<String> inTheEnd(PlayedAccount which, Job first, boolean isOfAnotherTime) {
    PlatformAccess access = accounts.get(which);
    Job job = isOfAnotherTime ? again(which, access) : first;
    for (int tried = 1; job.state() != JobState.SUCCEEDED && tried < MOST_SYNCS; tried++) {
      job = again(which, access);
    }
    return job.state() == JobState.SUCCEEDED
        ? stage.differences(which, access, days.from(), days.to())
        : List.of(MOST_SYNCS + " syncs did not succeed: " + job.errorMessage());
  }

  /** Figures of closed days move by full hours. */
  private Instant hour() {
    return stage.simulator().clock().instant().truncatedTo(ChronoUnit.HOURS);
  }

  private Job again(PlayedAccount which, PlatformAccess access) {
    connectAgain(which, access);
    return stage.await(stage.submit(access, days));
  }

  private List<String> neitherOldNorNew(PlayedAccount which, Instant before) {
    Instant now = stage.simulator().clock().instant();
    List<String> wrong = new ArrayList<>();
    for (LocalDate day = days.from(); !day.isAfter(days.to()); day = day.plusDays(1)) {
      Map<Entity, Sums> stored =
          StoredSums.FACTS.of(stage.migrated().database(), accounts.get(which), day, day);
      LedgerSums ledger = stage.ledger(which);
      if (!stored.equals(ledger.at(day, day, before)) && !stored.equals(ledger.at(day, day, now))) {
        wrong.add(day + " is neither what was said before nor what is said now: " + stored);
      }
    }
    return wrong;
  }
}
