package io.outlay.scoring.training;

import io.outlay.domain.job.JobProgress;
import java.util.concurrent.CancellationException;

/**
 * How far a training is, in hundredths: the table takes about the first half. Told by the thread
 * that works, read by the heartbeat.
 */
final class TrainingProgress {

  static final long WHOLE = 100;

  private static final double TABLE_SHARE = 0.5;
  private static final double MADE_SHARE = 0.98;

  private volatile long done;
  private volatile boolean isStopped;

  void table(double share) {
    tell(TABLE_SHARE * share);
  }

  void making(double share) {
    tell(TABLE_SHARE + (MADE_SHARE - TABLE_SHARE) * share);
  }

  JobProgress latest() {
    return new JobProgress(done, WHOLE);
  }

  /** Ends the work at its next sign. */
  void stop() {
    isStopped = true;
  }

  private void tell(double share) {
    if (isStopped) {
      throw new CancellationException("the training was taken away from this process");
    }
    done = (long) (WHOLE * Math.clamp(share, 0, 1));
  }
}
