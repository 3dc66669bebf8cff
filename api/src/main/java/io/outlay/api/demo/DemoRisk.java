package io.outlay.api.demo;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobChanges;
import io.outlay.domain.job.JobState;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.Actor;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModels;
import io.outlay.scoring.batch.UsersScoring;
import io.outlay.scoring.training.ModelTrainings;
import io.outlay.scoring.training.TrainingRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A company's users, the models of them and their scores: the past is sent first, models of it are
 * trained where there are none, everybody is scored; then every hour what is new, and every night
 * all scores.
 */
final class DemoRisk {

  private static final Logger LOG = LoggerFactory.getLogger(DemoRisk.class);
  private static final Duration NEWS = Duration.ofHours(1);
  private static final int HOURS_A_DAY = 24;

  private final DemoUsers users;
  private final RiskModels models;
  private final ModelTrainings trainings;
  private final UsersScoring scoring;
  private final Jobs jobs;
  private final JobChanges changes;

  DemoRisk(
      DemoUsers users,
      RiskModels models,
      ModelTrainings trainings,
      UsersScoring scoring,
      Jobs jobs,
      JobChanges changes) {
    this.users = users;
    this.models = models;
    this.trainings = trainings;
    this.scoring = scoring;
    this.jobs = jobs;
    this.changes = changes;
  }

  /** Goes on for ever. */
  Mono<Void> keep(OrganizationId organization, Advertiser advertiser) {
    return bringUpToDate(organization, advertiser)
        .thenMany(Flux.interval(NEWS))
        .onBackpressureDrop()
        .concatMap(hour -> everyHour(organization, advertiser, hour + 1), 1)
        .then();
  }

  private Mono<Void> bringUpToDate(OrganizationId organization, Advertiser advertiser) {
    return send(organization, advertiser)
        .thenMany(Flux.fromArray(RiskKind.values()))
        .concatMap(kind -> trainWhereMissing(organization, advertiser, kind))
        .then(Mono.defer(() -> score(organization, advertiser)));
  }

  private Mono<Void> everyHour(OrganizationId organization, Advertiser advertiser, long hour) {
    return send(organization, advertiser)
        .then(
            Mono.defer(
                () -> hour % HOURS_A_DAY == 0 ? score(organization, advertiser) : Mono.empty()));
  }

  private Mono<Void> send(OrganizationId organization, Advertiser advertiser) {
    return users.send(organization, advertiser).flatMap(job -> tell(advertiser, job, "events"));
  }

  private Mono<Void> trainWhereMissing(
      OrganizationId organization, Advertiser advertiser, RiskKind kind) {
    return models
        .newest(organization, kind, null, 1)
        .hasElements()
        .filter(any -> !any)
        .flatMap(none -> knownBy(organization, advertiser))
        .map(known -> new TrainingRequest(kind, null, known.isBefore(Instant.MAX) ? known : null))
        .flatMap(request -> trainings.submit(organization, request, Actor.DEMO, Audit.none()))
        .flatMap(job -> tell(advertiser, job, "a model of " + kind));
  }

  /** A company that changed has a model of the times before, as one that was trained long ago. */
  private Mono<Instant> knownBy(OrganizationId organization, Advertiser advertiser) {
    return users
        .begun(organization)
        .map(
            begun ->
                advertiser.users().changes()
                    ? advertiser.users().changedDay(begun).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.MAX);
  }

  private Mono<Void> score(OrganizationId organization, Advertiser advertiser) {
    return Flux.fromArray(RiskKind.values())
        .filterWhen(kind -> models.newest(organization, kind, null, 1).hasElements())
        .collectList()
        .filter(kinds -> !kinds.isEmpty())
        .flatMap(kinds -> scoring.submit(organization, kinds, null, Actor.DEMO, Audit.none()))
        .flatMap(job -> tell(advertiser, job, "scores of all users"));
  }

  /** Waits for the end of a job, and tells it. */
  private Mono<Void> tell(Advertiser advertiser, Job job, String what) {
    long began = System.nanoTime();
    return changes
        .of(job.organization(), job.id())
        .concatMap(id -> jobs.find(job.organization(), Scope.EVERYTHING, id), 1)
        .filter(Job::isFinished)
        .next()
        .doOnNext(ended -> tellEnd(advertiser, ended, what, began))
        .then();
  }

  private static void tellEnd(Advertiser advertiser, Job ended, String what, long began) {
    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    @Nullable String error = ended.errorMessage();
    if (ended.state() == JobState.SUCCEEDED) {
      LOG.info("{}: {}, {} in {} s", advertiser.title(), what, ended.done(), seconds);
    } else {
      LOG.warn("{}: no {}: {}", advertiser.title(), what, error);
    }
  }
}
