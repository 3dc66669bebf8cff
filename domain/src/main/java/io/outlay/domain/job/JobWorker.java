package io.outlay.domain.job;

import io.outlay.domain.audit.LogContext;
import io.outlay.domain.database.Outages;
import io.outlay.domain.error.Problem;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.retry.Retry;

/**
 * Takes jobs of one kind from the queue and does them one after the other, until it is closed. A
 * job that meets a dependency that is away is given back and taken up again later; one that another
 * worker has taken over is left; any other error ends it.
 */
public final class JobWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final JobQueue queue;
  private final String kind;
  private final Work work;
  private final Disposable.Swap running = Disposables.swap();

  /** Starts nothing yet. */
  public JobWorker(JobQueue queue, String kind, Work work) {
    this.queue = queue;
    this.kind = kind;
    this.work = work;
  }

  /** What is done of a job. */
  @FunctionalInterface
  public interface Work {

    /**
     * Does it and tells the queue how it ended. Cancelled when the lease is lost.
     *
     * @param progress to be told how far the work is, by any thread
     */
    Mono<Void> run(JobLease lease, Consumer<JobProgress> progress);
  }

  /** Begins to take jobs. */
  public void start() {
    running.update(takeForEver().subscribe());
  }

  /**
   * Ends at once; what was at work is taken up by another worker when its lease runs out, or by the
   * next start.
   */
  @Override
  public void close() {
    running.dispose();
  }

  private Flux<Boolean> takeForEver() {
    return queue
        .claim(kind, LEASE)
        .flatMap(lease -> run(lease).contextWrite(known -> told(known, lease)).thenReturn(true))
        .defaultIfEmpty(false)
        .repeatWhen(rounds -> rounds.concatMap(round -> Mono.delay(PAUSE), 1))
        .retryWhen(
            Retry.backoff(Long.MAX_VALUE, PAUSE)
                .maxBackoff(LONGEST_PAUSE)
                .transientErrors(true)
                .doBeforeRetry(
                    signal ->
                        LOG.warn(
                            "jobs of kind {} cannot be taken up now: {}",
                            kind,
                            signal.failure().toString())));
  }

  /** Lines of the log tell the job they are about. */
  private static Context told(Context context, JobLease lease) {
    return LogContext.in(context, lease.job().organization(), lease.job().id());
  }

  private Mono<Void> run(JobLease lease) {
    AtomicReference<JobProgress> progress =
        new AtomicReference<>(new JobProgress(lease.job().done(), lease.job().total()));
    Mono<Void> done = Mono.defer(() -> work.run(lease, progress::set));
    return Mono.firstWithSignal(done, Heartbeat.of(queue, lease, LEASE, progress::get))
        .onErrorResume(error -> afterError(lease, error));
  }

  private Mono<Void> afterError(JobLease lease, Throwable error) {
    long job = lease.job().id();
    if (error instanceof LeaseLostException || error instanceof CancellationException) {
      LOG.info("job {} is left to another worker", job);
      return Mono.empty();
    }
    if (Outages.isPassing(error)) {
      LOG.warn("job {} is given back: {}", job, error.toString());
      return queue.release(lease, PAUSE);
    }
    if (error instanceof Problem problem) {
      return queue.fail(lease, problem.code().name(), problem.getMessage());
    }
    LOG.error("job {} failed", job, error);
    return queue.fail(
        lease, "INTERNAL_ERROR", "The work failed inside Outlay; its log names job " + job + ".");
  }
}
