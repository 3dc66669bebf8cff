package io.outlay.scoring.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.audit.LogContext;
import io.outlay.domain.job.Heartbeat;
import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.JobProgress;
import io.outlay.domain.job.LeaseLostException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Looks at organizations' models when it is time, until it is closed. Any number of processes may
 * do so: a look is a job, and belongs to one of them.
 */
public final class WatchWorker implements AutoCloseable {

  /** Kind of the jobs. */
  public static final String KIND = "RISK_WATCH";

  private static final Logger LOG = LoggerFactory.getLogger(WatchWorker.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration BETWEEN_SCHEDULES = Duration.ofMinutes(1);
  private static final JobProgress ALL = new JobProgress(1, 1L);

  private final WatchTools tools;
  private final WatchSettings settings;
  private final WatchRound round;
  private final MeterRegistry meters;
  private final Disposable.Composite running = Disposables.composite();

  /** Starts nothing yet. */
  public WatchWorker(
      WatchTools tools, WatchSettings settings, WatchRound round, MeterRegistry meters) {
    this.tools = tools;
    this.settings = settings;
    this.round = round;
    this.meters = meters;
  }

  /** Begins to look. */
  public void start() {
    running.add(schedule().subscribe());
    running.add(work().subscribe());
  }

  /** Ends at once; what was at work is begun again when its lease runs out. */
  @Override
  public void close() {
    running.dispose();
  }

  private Flux<Long> schedule() {
    Duration between =
        settings.every().compareTo(BETWEEN_SCHEDULES) < 0 ? settings.every() : BETWEEN_SCHEDULES;
    return Flux.interval(Duration.ZERO, between)
        .onBackpressureDrop()
        .concatMap(
            tick ->
                Mono.defer(() -> tools.schedule().submitDue(KIND, settings.every()))
                    .onErrorResume(WatchWorker::notScheduled),
            1);
  }

  private static Mono<Long> notScheduled(Throwable error) {
    LOG.warn("due looks at models cannot be asked for now: {}", error.toString());
    return Mono.empty();
  }

  private Flux<Boolean> work() {
    return tools
        .queue()
        .claim(KIND, settings.lease())
        .flatMap(
            lease ->
                Mono.defer(() -> run(lease))
                    .contextWrite(
                        known -> LogContext.in(known, lease.job().organization(), lease.job().id()))
                    .thenReturn(true))
        .defaultIfEmpty(false)
        .repeatWhen(rounds -> rounds.concatMap(one -> Mono.delay(settings.pause()), 1))
        .retryWhen(
            Retry.backoff(Long.MAX_VALUE, settings.pause())
                .maxBackoff(LONGEST_PAUSE)
                .transientErrors(true)
                .doBeforeRetry(
                    signal ->
                        LOG.warn(
                            "looks at models cannot be taken up now: {}",
                            signal.failure().toString())));
  }

  private Mono<Void> run(JobLease lease) {
    Mono<Void> look =
        Mono.defer(() -> round.look(lease.job().organization()))
            .then(Mono.defer(() -> tools.queue().succeed(lease, ALL)))
            .doOnSuccess(done -> count("succeeded"));
    return Mono.firstWithSignal(
            look,
            Heartbeat.of(tools.queue(), lease, settings.lease(), () -> new JobProgress(0, 1L)))
        .onErrorResume(error -> afterError(lease, error));
  }

  /** The next look makes up for one that failed, so it is not tried again at once. */
  private Mono<Void> afterError(JobLease lease, Throwable error) {
    if (error instanceof LeaseLostException) {
      LOG.info("look {} is left to another worker", lease.job().id());
      return Mono.empty();
    }
    count("failed");
    LOG.error("look {} failed", lease.job().id(), error);
    return tools
        .queue()
        .fail(
            lease,
            "INTERNAL_ERROR",
            "Looking at the models failed inside Outlay; its log names job "
                + lease.job().id()
                + ".");
  }

  private void count(String outcome) {
    meters.counter("outlay.model.looks", "outcome", outcome).increment();
  }
}
