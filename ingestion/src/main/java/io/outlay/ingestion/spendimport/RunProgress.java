package io.outlay.ingestion.spendimport;

import io.outlay.domain.job.JobProgress;
import java.util.concurrent.CancellationException;

/** How far one run is, told by its working threads and read by its heartbeat. */
final class RunProgress implements Progress {

  private volatile JobProgress latest = new JobProgress(0, null);
  private volatile boolean isStopped;

  @Override
  public void report(long done, long total) {
    if (isStopped) {
      throw new CancellationException("the import was taken away from this worker");
    }
    latest = new JobProgress(done, total);
  }

  JobProgress latest() {
    return latest;
  }

  /** Ends the working thread at its next report. */
  void stop() {
    isStopped = true;
  }
}
