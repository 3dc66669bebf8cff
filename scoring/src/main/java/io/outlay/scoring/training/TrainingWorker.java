package io.outlay.scoring.training;

import io.outlay.domain.audit.LogContext;
import io.outlay.domain.error.Problem;
import io.outlay.domain.error.Unavailable;
import io.outlay.domain.job.Heartbeat;
import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.LeaseLostException;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Takes trainings from the queue, one at a time, until it is closed; also stores a job for each
 * kind that is due. Any number of processes may do so. Trees grow on a single thread of its own, so
 * that a training never takes more than one core from those who ask.
 */
public final class TrainingWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingWorker.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration BETWEEN_SCHEDULES = Duration.ofMinutes(1);
  private static final int MOST_WAITING = 4;

  private final TrainingTools tools;
  private final TrainingSettings settings;
  private final Scheduler scheduler =
      Schedulers.newBoundedElastic(1, MOST_WAITING, "outlay-training", 60, true);
  private final Disposable.Composite running = Disposables.composite();

  /** Starts nothing yet. */
  public TrainingWorker(TrainingTools tools, TrainingSettings settings) {
    this.tools = tools;
    this.settings = settings;
  }

  /** Begins to take trainings. */
  public void start() {
    running.add(work().subscribe());
    if (settings.every().isPositive()) {
      running.add(schedule().subscribe());
    }
  }

  /**
   * Ends at once; what was at work is begun again by another worker when its lease runs out.
   * Nothing of it is left.
   */
  @Override
  public void close() {
    running.dispose();
    scheduler.dispose();
  }

  private Flux<Long> schedule() {
    return Flux.interval(Duration.ZERO, BETWEEN_SCHEDULES)
        .onBackpressureDrop()
        .concatMap(
            tick ->
                Mono.defer(() -> tools.schedule().submitDue(ModelTrainings.KIND, settings.every()))
                    .onErrorResume(TrainingWorker::notScheduled),
            1);
  }

  private static Mono<Long> notScheduled(Throwable error) {
    LOG.warn("due trainings cannot be looked for now: {}", error.toString());
    return Mono.empty();
  }

  private Flux<Boolean> work() {
    return tools
        .queue()
        .claim(ModelTrainings.KIND, settings.lease())
        .flatMap(
            lease ->
                Mono.defer(() -> run(lease))
                    .contextWrite(
                        known -> LogContext.in(known, lease.job().organization(), lease.job().id()))
                    .thenReturn(true))
        .defaultIfEmpty(false)
        .repeatWhen(rounds -> rounds.concatMap(round -> Mono.delay(settings.pause()), 1))
        .retryWhen(
            Retry.backoff(Long.MAX_VALUE, settings.pause())
                .maxBackoff(LONGEST_PAUSE)
                .transientErrors(true)
                .doBeforeRetry(
                    signal ->
                        LOG.warn(
                            "trainings cannot be taken up now: {}", signal.failure().toString())));
  }

  private Mono<Void> run(JobLease lease) {
    LOG.info(
        "training {} of organization {}: lease {}",
        lease.job().id(),
        lease.job().organization(),
        lease.number());
    TrainingProgress progress = new TrainingProgress();
    Mono<Void> job =
        Mono.defer(() -> new TrainingRun(tools, settings, lease, scheduler, progress).run());
    return Mono.firstWithSignal(
            job, Heartbeat.of(tools.queue(), lease, settings.lease(), progress::latest))
        .doFinally(end -> progress.stop())
        .doOnSuccess(done -> count("succeeded"))
        .onErrorResume(error -> afterError(lease, error));
  }

  private Mono<Void> afterError(JobLease lease, Throwable error) {
    if (error instanceof LeaseLostException || error instanceof CancellationException) {
      LOG.info("training {} is left to another worker", lease.job().id());
      return Mono.empty();
    }
    if (isPassing(error)) {
      LOG.warn("training {} is given back: {}", lease.job().id(), error.toString());
      return tools.queue().release(lease, settings.pause());
    }
    count("failed");
    if (error instanceof Problem problem) {
      return tools.queue().fail(lease, problem.code().name(), problem.getMessage());
    }
    LOG.error("training {} failed", lease.job().id(), error);
    return tools
        .queue()
        .fail(
            lease,
            "INTERNAL_ERROR",
            "The training failed inside Outlay; its log names job " + lease.job().id() + ".");
  }

  private static boolean isPassing(Throwable error) {
    return error instanceof Unavailable
        || error instanceof TimeoutException
        || error instanceof R2dbcException;
  }

  private void count(String outcome) {
    tools.meters().counter("outlay.model.trainings", "outcome", outcome).increment();
  }
}
