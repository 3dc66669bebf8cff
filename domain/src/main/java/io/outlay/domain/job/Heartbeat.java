package io.outlay.domain.job;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds the lease of a job at work, ten times in its length. */
public final class Heartbeat {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final int BEATS_IN_A_LEASE = 10;

  private Heartbeat() {}

  /**
   * Extends the lease until it is cancelled. Ends with {@link LeaseLostException} when the lease is
   * lost, and never otherwise.
   *
   * @param length of the lease after each beat
   * @param progress how far the work is, told with each beat
   */
  public static Mono<Void> of(
      JobQueue queue, JobLease lease, Duration length, Supplier<JobProgress> progress) {
    return Flux.interval(length.dividedBy(BEATS_IN_A_LEASE))
        .onBackpressureDrop()
        .concatMap(
            tick ->
                queue
                    .extend(lease, length, progress.get())
                    .onErrorResume(
                        error -> !(error instanceof LeaseLostException),
                        error -> missed(lease, error)),
            1)
        .then();
  }

  /**
   * The database is away for the moment: the lease runs on, and the next beat tells whether it
   * still holds.
   */
  private static Mono<Void> missed(JobLease lease, Throwable error) {
    LOG.warn("lease of job {} could not be extended: {}", lease.job().id(), error.toString());
    return Mono.empty();
  }
}
