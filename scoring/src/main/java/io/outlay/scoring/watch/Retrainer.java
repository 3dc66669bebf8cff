package io.outlay.scoring.watch;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.risk.ModelFlag;
import io.outlay.domain.risk.Retraining;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.experiment.Experimenting;
import io.outlay.scoring.train.ModelJson;
import io.outlay.scoring.training.ModelTrainings;
import io.outlay.scoring.training.TrainingRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Has a champion with flags trained anew, and lets what comes out go on only where it beats the
 * champion on the newest period: into an experiment, which decides by outcomes to come.
 */
final class Retrainer {

  private static final Logger LOG = LoggerFactory.getLogger(Retrainer.class);
  private static final String BY = "watch over models";
  private static final int NEWEST = 20;
  private static final int FLAGS = 100;

  private final WatchTools tools;
  private final WatchSettings settings;
  private final ModelTrainings trainings;
  private final NewestPeriod newestPeriod;
  private final Experimenting experimenting;

  Retrainer(WatchTools tools, WatchSettings settings, Experimenting experimenting) {
    this.tools = tools;
    this.settings = settings;
    this.trainings = new ModelTrainings(tools.jobs());
    this.newestPeriod = new NewestPeriod(tools);
    this.experimenting = experimenting;
  }

  /** Decides about trainings that ended, then asks for one where flags call for it. */
  Mono<Void> look(OrganizationId organization, RiskKind kind, long championId, Instant now) {
    return tools
        .retrainings()
        .newest(organization, kind, NEWEST)
        .filter(one -> one.state() == Retraining.State.TRAINING)
        .concatMap(open -> decide(organization, open, now), 1)
        .then(settings.retrains() ? ask(organization, kind, championId, now) : Mono.empty());
  }

  private Mono<Void> ask(OrganizationId organization, RiskKind kind, long championId, Instant now) {
    return tools
        .retrainings()
        .newest(organization, kind, 1)
        .singleOrEmpty()
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .filter(latest -> latest.isEmpty() || mayFollow(latest.get(), now))
        .flatMap(
            latest ->
                tools
                    .flags()
                    .of(organization, Set.of(championId), FLAGS)
                    .filter(flag -> isNews(flag, latest.orElse(null)))
                    .hasElements())
        .filter(calls -> calls)
        .flatMap(
            calls -> trainings.submit(organization, TrainingRequest.of(kind), BY, Audit.none()))
        .doOnNext(
            job ->
                LOG.warn(
                    "flags over model {} of {} of organization {}: trained anew by job {}",
                    championId,
                    kind,
                    organization,
                    job.id()))
        .flatMap(job -> tools.retrainings().begin(organization, kind, job.id(), championId, now));
  }

  private boolean mayFollow(Retraining latest, Instant now) {
    return latest.state() != Retraining.State.TRAINING
        && !latest.askedAt().plus(settings.betweenTrainings()).isAfter(now);
  }

  /** A flag that stood when the latest training was asked for was a reason for that one. */
  private static boolean isNews(ModelFlag flag, @Nullable Retraining latest) {
    return flag.clearedAt() == null
        && (latest == null
            || latest.championId() != flag.modelId()
            || flag.raisedAt().isAfter(latest.askedAt()));
  }

  private Mono<Void> decide(OrganizationId organization, Retraining open, Instant now) {
    return tools
        .jobs()
        .find(organization, Scope.EVERYTHING, open.jobId())
        .filter(Job::isFinished)
        .flatMap(job -> decide(organization, open, job, now));
  }

  private Mono<Void> decide(OrganizationId organization, Retraining open, Job job, Instant now) {
    if (job.state() != JobState.SUCCEEDED || job.result() == null) {
      return tools
          .retrainings()
          .decide(
              organization,
              open.jobId(),
              Retraining.State.FAILED,
              null,
              String.valueOf(job.errorMessage()),
              now);
    }
    long candidate = modelId(job.result());
    return newestPeriod
        .compare(organization, open.kind(), open.championId(), candidate)
        .flatMap(
            found ->
                found.isBetter()
                    ? accept(organization, open, candidate, found, now)
                    : tools
                        .retrainings()
                        .decide(
                            organization,
                            open.jobId(),
                            Retraining.State.REJECTED,
                            candidate,
                            found.explanation(),
                            now));
  }

  private Mono<Void> accept(
      OrganizationId organization,
      Retraining open,
      long candidate,
      NewestPeriod.Finding found,
      Instant now) {
    return experimenting
        .start(organization, candidate, settings.plan(), BY, Audit.none())
        .flatMap(
            started ->
                tools
                    .retrainings()
                    .decide(
                        organization,
                        open.jobId(),
                        Retraining.State.ACCEPTED,
                        candidate,
                        found.explanation(),
                        now));
  }

  private static long modelId(String result) {
    return ModelJson.read(result.getBytes(StandardCharsets.UTF_8), Trained.class).modelId();
  }

  /** What a training tells at its end. */
  private record Trained(long modelId) {}
}
