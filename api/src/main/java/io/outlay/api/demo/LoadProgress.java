package io.outlay.api.demo;

import io.outlay.domain.job.Job;
import java.time.Duration;
import java.util.List;

/**
 * How far a company's imports are: each counts the same, and the percentage never falls, although
 * an import learns how much there is to do only on its way.
 */
final class LoadProgress {

  private final long beganAt;
  private int percent;

  /**
   * @param beganAt a reading of {@link System#nanoTime()}
   */
  LoadProgress(long beganAt) {
    this.beganAt = beganAt;
  }

  /** Whether the imports have come further since they were looked at last. */
  boolean advance(List<Job> jobs) {
    int now = (int) (100 * jobs.stream().mapToDouble(LoadProgress::share).average().orElse(1));
    boolean further = now > percent;
    percent = Math.max(percent, now);
    return further;
  }

  /** From 0 to 100. */
  int percent() {
    return percent;
  }

  /** Seconds until the end, from the speed so far; rounded up. */
  long secondsLeft(long nanoTime) {
    long elapsed = Duration.ofNanos(nanoTime - beganAt).toMillis();
    return percent == 0 ? 0 : Math.ceilDiv(elapsed * (100 - percent) / percent, 1000);
  }

  private static double share(Job job) {
    if (job.isFinished()) {
      return 1;
    }
    Long total = job.total();
    return total == null || total == 0 ? 0 : Math.min(1, (double) job.done() / total);
  }
}
