package io.outlay.ingestion.spendimport;

import io.outlay.domain.audit.LogContext;
import io.outlay.domain.database.Outages;
import io.outlay.domain.job.GivingBack;
import io.outlay.domain.job.Heartbeat;
import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.LeaseLostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;
import reactor.util.retry.Retry;

/**
 * Takes imports from the queue and does them, a few at a time, until it is closed. Files are read
 * on threads of its own. An import that meets a dependency that is away is given back and taken up
 * again later; one that another worker has taken over is left.
 */
public final class SpendImportWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SpendImportWorker.class);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration BETWEEN_PURGES = Duration.ofHours(1);

  private final SpendImportTools tools;
  private final SpendImportSettings settings;
  private final WorkFolders folders;
  private final Scheduler scheduler;
  private final Disposable.Composite running = Disposables.composite();

  /** Starts nothing yet. */
  public SpendImportWorker(SpendImportTools tools, SpendImportSettings settings) {
    this.tools = tools;
    this.settings = settings;
    this.folders = new WorkFolders(settings.workFolder());
    this.scheduler =
        Schedulers.newBoundedElastic(settings.parallel() + 1, 1000, "spend-import", 60, true);
  }

  /** Begins to take imports. */
  public void start() {
    running.add(
        Mono.fromRunnable(folders::removeAbandoned)
            .subscribeOn(scheduler)
            .subscribe(nothing -> {}, error -> LOG.warn("abandoned import folders stay", error)));
    running.add(purges().subscribe());
    for (int i = 0; i < settings.parallel(); i++) {
      running.add(work().subscribe());
    }
  }

  /**
   * Ends at once; what was at work is taken up by another worker when its lease runs out, or by the
   * next start.
   */
  @Override
  public void close() {
    running.dispose();
    scheduler.dispose();
  }

  /** Removes expired uploads every hour; every process may do so. */
  private Flux<Long> purges() {
    return Flux.interval(BETWEEN_PURGES)
        .onBackpressureDrop()
        .concatMap(
            tick -> tools.rawInputs().removeExpired().onErrorResume(SpendImportWorker::notPurged));
  }

  private static Mono<Long> notPurged(Throwable error) {
    LOG.warn("expired uploads could not be removed now: {}", error.toString());
    return Mono.empty();
  }

  private Flux<Boolean> work() {
    return tools
        .queue()
        .claim(SpendImports.KIND, settings.lease())
        .flatMap(lease -> Mono.defer(() -> run(lease)).thenReturn(true))
        .defaultIfEmpty(false)
        .repeatWhen(rounds -> rounds.concatMap(round -> Mono.delay(settings.pause()), 1))
        .retryWhen(
            Retry.backoff(Long.MAX_VALUE, settings.pause())
                .maxBackoff(LONGEST_PAUSE)
                .transientErrors(true)
                .doBeforeRetry(
                    signal ->
                        LOG.warn(
                            "imports cannot be taken up now: {}", signal.failure().toString())));
  }

  /** Lines of the log tell the job they are about. */
  private static void telling(JobLease lease, Runnable lines) {
    LogContext.telling(
        LogContext.in(Context.empty(), lease.job().organization(), lease.job().id()), lines);
  }

  private Mono<Void> run(JobLease lease) {
    telling(
        lease,
        () ->
            LOG.info(
                "import {} of organization {}: lease {}",
                lease.job().id(),
                lease.job().organization(),
                lease.number()));
    return Mono.usingWhen(
            Mono.fromCallable(() -> folders.create(lease)).subscribeOn(scheduler),
            folder -> runIn(folder, lease).thenReturn(true),
            folder ->
                Mono.<Void>fromRunnable(() -> WorkFolders.delete(folder)).subscribeOn(scheduler))
        .then()
        .onErrorResume(error -> afterError(lease, error));
  }

  private Mono<Void> runIn(Path folder, JobLease lease) {
    RunProgress progress = new RunProgress();
    Mono<Void> job =
        Mono.defer(() -> new SpendImportRun(tools, lease, scheduler, progress).in(folder));
    return Mono.firstWithSignal(
            job, Heartbeat.of(tools.queue(), lease, settings.lease(), progress::latest))
        .doFinally(end -> progress.stop());
  }

  private Mono<Void> afterError(JobLease lease, Throwable error) {
    if (error instanceof LeaseLostException || error instanceof CancellationException) {
      telling(lease, () -> LOG.info("import {} is left to another worker", lease.job().id()));
      return Mono.empty();
    }
    if (Outages.isPassing(error)) {
      telling(
          lease, () -> LOG.warn("import {} is given back: {}", lease.job().id(), error.toString()));
      return GivingBack.of(tools.queue(), lease, settings.pause(), settings.lease());
    }
    if (error instanceof DeadLetteredException dead) {
      return tools.queue().fail(lease, "DEAD_LETTERED", dead.told());
    }
    telling(lease, () -> LOG.error("import {} failed", lease.job().id(), error));
    return tools
        .queue()
        .fail(
            lease,
            "INTERNAL_ERROR",
            "The import failed inside Outlay; its log names job " + lease.job().id() + ".");
  }
}
