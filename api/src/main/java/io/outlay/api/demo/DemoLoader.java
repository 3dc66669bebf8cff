package io.outlay.api.demo;

import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.ingestion.demo.DemoCompany;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Loads the demo once the server answers, and tells how far it is. */
final class DemoLoader {

  private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final DemoData data;

  DemoLoader(DemoData data) {
    this.data = data;
  }

  /** Begins in the background: the server answers meanwhile with what is already there. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    data.loadRates()
        .then(load(DemoCompany.DEMO_GAMES, "demo-games"))
        .then(load(DemoCompany.RIVAL_GAMES, "rival-games"))
        .retryWhen(Retry.backoff(5, Duration.ofSeconds(1)))
        .timeout(LONGEST)
        .subscribe(
            nothing -> {},
            error -> LOG.error("The demo's figures could not be loaded: {}", error.toString()));
  }

  private Mono<Void> load(DemoCompany company, String organizationKey) {
    return data.load(company, organizationKey)
        .collectList()
        .filter(jobs -> !jobs.isEmpty())
        .flatMap(jobs -> watch(company, jobs));
  }

  private Mono<Void> watch(DemoCompany company, List<Job> jobs) {
    long began = System.nanoTime();
    LoadProgress progress = new LoadProgress(began);
    return Flux.interval(LOOK_EVERY)
        .onBackpressureDrop()
        .concatMap(tick -> Flux.fromIterable(jobs).flatMapSequential(data::find, 4).collectList())
        .doOnNext(now -> tell(company, now, progress))
        .takeUntil(now -> now.stream().allMatch(Job::isFinished))
        .then()
        .doOnSuccess(
            done ->
                LOG.info(
                    "{}: 13 months of figures loaded in {} s",
                    company.name(),
                    Duration.ofNanos(System.nanoTime() - began).toSeconds()));
  }

  private static void tell(DemoCompany company, List<Job> jobs, LoadProgress progress) {
    if (progress.advance(jobs)) {
      LOG.info(
          "{}: loading, {} %, about {} s left",
          company.name(), progress.percent(), progress.secondsLeft(System.nanoTime()));
    }
    jobs.stream()
        .filter(job -> job.state() == JobState.FAILED)
        .forEach(job -> LOG.error("{}: an import failed: {}", company.name(), job.errorMessage()));
  }
}
