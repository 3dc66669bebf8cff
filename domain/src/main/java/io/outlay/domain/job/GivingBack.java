package io.outlay.domain.job;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Gives a job back although the database may be away for the moment. */
public final class GivingBack {

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  private GivingBack() {}

  /**
   * Releases the job as soon as the database takes it, so that nobody waits for the lease to run
   * out once the database is back. Errors where that has not come to pass while the lease held.
   *
   * @param pause how long the job rests before it is taken up again
   * @param length of the lease: afterwards giving back is worth nothing
   */
  public static Mono<Void> of(JobQueue queue, JobLease lease, Duration pause, Duration length) {
    return Mono.defer(() -> queue.release(lease, pause))
        .retryWhen(
            Retry.fixedDelay(length.dividedBy(BETWEEN_TRIES), BETWEEN_TRIES)
                .filter(error -> !(error instanceof LeaseLostException))
                .onRetryExhaustedThrow((spec, last) -> last.failure()));
  }
}
