package io.outlay.ingestion.sync;

import io.outlay.domain.job.JobProgress;
import java.util.concurrent.atomic.AtomicLong;

/** How many days a job has fetched, told by the steps of its run and read by its heartbeat. */
final class SyncProgress {

  private final AtomicLong done;
  private volatile long left;
  private final AtomicLong requests = new AtomicLong();

  /**
   * @param before days that earlier runs of the job have fetched
   */
  SyncProgress(long before) {
    this.done = new AtomicLong(before);
  }

  void planned(long days) {
    left = days;
  }

  void fetched(long days, int sent) {
    done.addAndGet(days);
    left = Math.max(0, left - days);
    requests.addAndGet(sent);
  }

  long days() {
    return done.get();
  }

  long requests() {
    return requests.get();
  }

  JobProgress latest() {
    return new JobProgress(done.get(), done.get() + left);
  }
}
