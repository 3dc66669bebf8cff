package io.outlay.api.demo;

import io.outlay.domain.job.Job;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a company's syncs are, in fetched days. The percentage never falls, although a sync
 * learns how much there is to do only on its way.
 */
final class LoadProgress {

  /** Before so many per cent the speed so far says little about the rest. */
  private static final int TOLD_FROM = 5;

  private final long beganAt;
  private int percent;

  /**
   * @param beganAt a reading of {@link System#nanoTime()}
   */
  LoadProgress(long beganAt) {
    this.beganAt = beganAt;
  }

  /** Looks at the newest sync of each account. */
  void look(List<Optional<Job>> syncs) {
    OptionalDouble usual =
        syncs.stream()
            .flatMap(Optional::stream)
            .mapToDouble(LoadProgress::total)
            .filter(total -> total > 0)
            .average();
    double done = syncs.stream().flatMap(Optional::stream).mapToDouble(Job::done).sum();
    double total =
        syncs.stream()
            .mapToDouble(
                sync ->
                    sync.map(LoadProgress::total)
                        .filter(known -> known > 0)
                        .orElse(usual.orElse(0)))
            .sum();
    int now = total == 0 ? 0 : (int) Math.min(100, 100 * done / total);
    percent = Math.max(percent, now);
  }

  /** From 0 to 100. */
  int percent() {
    return percent;
  }

  /** Seconds until the end, from the speed so far, rounded up; empty while too little is done. */
  Optional<Long> secondsLeft(long nanoTime) {
    long elapsed = Duration.ofNanos(nanoTime - beganAt).toMillis();
    return percent < TOLD_FROM
        ? Optional.empty()
        : Optional.of(Math.ceilDiv(elapsed * (100 - percent) / percent, 1000));
  }

  /** Whether each account has its newest days. */
  static boolean hasNewestDays(List<Optional<Job>> syncs) {
    return syncs.stream()
        .allMatch(sync -> sync.map(job -> job.done() > 0 || job.isFinished()).orElse(false));
  }

  /** Whether each account has all its days. */
  static boolean isOver(List<Optional<Job>> syncs) {
    return syncs.stream().allMatch(sync -> sync.map(Job::isFinished).orElse(false));
  }

  /** 0 while unknown. */
  private static double total(Job job) {
    Long total = job.total();
    return total == null ? 0 : total;
  }
}
