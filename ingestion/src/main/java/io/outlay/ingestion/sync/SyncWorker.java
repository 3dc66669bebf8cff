package io.outlay.ingestion.sync;

import io.outlay.domain.job.Heartbeat;
import io.outlay.domain.job.JobLease;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Takes syncs from the queue and does them, several accounts side by side, until it is closed; also
 * stores a job for each account that is due. Any number of processes may do so.
 */
public final class SyncWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SyncWorker.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration BETWEEN_SCHEDULES = Duration.ofSeconds(5);

  private final SyncTools tools;
  private final SyncSettings settings;
  private final SyncEnds ends;
  private final Disposable.Composite running = Disposables.composite();

  /** Starts nothing yet. */
  public SyncWorker(SyncTools tools, SyncSettings settings) {
    this.tools = tools;
    this.settings = settings;
    this.ends = new SyncEnds(tools, settings);
  }

  /** Begins to take syncs. */
  public void start() {
    running.add(schedule().subscribe());
    for (int i = 0; i < settings.parallel(); i++) {
      running.add(work().subscribe());
    }
  }

  /**
   * Ends at once; what was at work is taken up by another worker when its lease runs out, and goes
   * on where its records end.
   */
  @Override
  public void close() {
    running.dispose();
  }

  private Flux<Long> schedule() {
    return Flux.interval(Duration.ZERO, BETWEEN_SCHEDULES)
        .onBackpressureDrop()
        .concatMap(
            tick ->
                Mono.defer(
                        () ->
                            tools
                                .schedule()
                                .submitDue(AdAccountSyncs.KIND, tools.clock().instant()))
                    .onErrorResume(SyncWorker::notScheduled),
            1);
  }

  private static Mono<Long> notScheduled(Throwable error) {
    LOG.warn("due ad accounts cannot be looked for now: {}", error.toString());
    return Mono.empty();
  }

  private Flux<Boolean> work() {
    return tools
        .queue()
        .claim(AdAccountSyncs.KIND, settings.lease())
        .flatMap(lease -> run(lease).thenReturn(true))
        .repeatWhen(rounds -> rounds.concatMap(this::pauseIfIdle, 1))
        .retryWhen(
            Retry.backoff(Long.MAX_VALUE, settings.pause())
                .maxBackoff(LONGEST_PAUSE)
                .transientErrors(true)
                .doBeforeRetry(
                    signal ->
                        LOG.warn("syncs cannot be taken up now: {}", signal.failure().toString())));
  }

  /** Where there was work there may be more. */
  private Mono<Long> pauseIfIdle(long runs) {
    return runs > 0 ? Mono.just(runs) : Mono.delay(settings.pause());
  }

  private Mono<Void> run(JobLease lease) {
    LOG.debug(
        "sync {} of organization {}: lease {}",
        lease.job().id(),
        lease.job().organization(),
        lease.number());
    SyncProgress progress = new SyncProgress(lease.job().done());
    Mono<Void> job = Mono.defer(() -> new SyncRun(tools, settings, lease, progress).run());
    return Mono.firstWithSignal(
            job, Heartbeat.of(tools.queue(), lease, settings.lease(), progress::latest))
        .onErrorResume(error -> ends.after(lease, error));
  }
}
