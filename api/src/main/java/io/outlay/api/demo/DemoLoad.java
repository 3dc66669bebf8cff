package io.outlay.api.demo;

import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.domain.platform.PlatformAccess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One company's load, told on the console until it is over. */
final class DemoLoad {

  private static final Logger LOG = LoggerFactory.getLogger(DemoLoad.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  private final Advertiser advertiser;
  private final List<PlatformAccess> accounts;
  private final DemoJobs jobs;
  private final long began = System.nanoTime();
  private final LoadProgress progress = new LoadProgress(began);
  private final Sinks.Empty<Void> newestDays = Sinks.empty();
  private boolean hasNewestDays;

  DemoLoad(Advertiser advertiser, List<PlatformAccess> accounts, DemoJobs jobs) {
    this.advertiser = advertiser;
    this.accounts = accounts;
    this.jobs = jobs;
  }

  /** Completes when every account's newest sync has ended. */
  Mono<Void> watch() {
    return jobs.newest(accounts)
        .flatMap(
            syncs -> LoadProgress.isOver(syncs) ? Mono.fromRunnable(this::tellUpToDate) : follow());
  }

  /** Completes when every account's newest days are there. */
  Mono<Void> newestDays() {
    return newestDays.asMono();
  }

  private Mono<Void> follow() {
    return Flux.interval(LOOK_EVERY)
        .onBackpressureDrop()
        .concatMap(tick -> jobs.newest(accounts), 1)
        .doOnNext(this::tell)
        .takeUntil(LoadProgress::isOver)
        .last()
        .doOnNext(this::tellEnd)
        .then();
  }

  private void tellUpToDate() {
    newestDays.tryEmitEmpty();
    LOG.info("{}: {} ad accounts are up to date", advertiser.title(), accounts.size());
  }

  private void tell(List<Optional<Job>> syncs) {
    progress.look(syncs);
    if (!hasNewestDays && LoadProgress.hasNewestDays(syncs)) {
      hasNewestDays = true;
      newestDays.tryEmitEmpty();
      LOG.info(
          "{}: the newest days of {} ad accounts are there; older ones follow",
          advertiser.title(),
          accounts.size());
    }
    if (!LoadProgress.isOver(syncs)) {
      LOG.info(
          "{}: collecting, {} %{}",
          advertiser.title(),
          progress.percent(),
          progress
              .secondsLeft(System.nanoTime())
              .map(seconds -> ", about " + seconds + " s left")
              .orElse(""));
    }
  }

  private void tellEnd(List<Optional<Job>> syncs) {
    newestDays.tryEmitEmpty();
    syncs.stream()
        .flatMap(Optional::stream)
        .filter(job -> job.state() == JobState.FAILED)
        .forEach(job -> LOG.error("{}: a sync failed: {}", advertiser.title(), job.errorMessage()));
    LOG.info(
        "{}: {} ad accounts are collected, {} days in {} s; from now on every hour",
        advertiser.title(),
        accounts.size(),
        syncs.stream().flatMap(Optional::stream).mapToLong(Job::done).sum(),
        Duration.ofNanos(System.nanoTime() - began).toSeconds());
  }
}
