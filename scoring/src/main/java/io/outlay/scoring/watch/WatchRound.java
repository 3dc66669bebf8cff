package io.outlay.scoring.watch;

import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.JobProgress;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.experiment.ExperimentRounds;
import io.outlay.scoring.experiment.ExperimentTools;
import io.outlay.scoring.experiment.Experimenting;
import io.outlay.scoring.registry.ServedModel;
import io.outlay.scoring.registry.ServedModels;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One look at all models of an organization that are at work. Each part can be done again without
 * harm, so a look that was broken off is begun anew.
 */
public final class WatchRound {

  /** Kind of the jobs. */
  public static final String KIND = "RISK_WATCH";

  private static final JobProgress ALL = new JobProgress(1, 1L);
  private static final int DELETED_AT_ONCE = 10_000;
  private static final int MOST_DELETIONS = 1_000;

  private final WatchTools tools;
  private final WatchSettings settings;
  private final OutcomeRipening ripening;
  private final ModelWatch watch;
  private final Realisation realisation;
  private final Retrainer retrainer;
  private final ExperimentRounds experiments;

  /** Works with these. */
  public WatchRound(WatchTools tools, WatchSettings settings, ExperimentTools experimentTools) {
    Experimenting experimenting = new Experimenting(experimentTools);
    this.tools = tools;
    this.settings = settings;
    this.ripening = new OutcomeRipening(tools.pending(), tools.outcomes());
    PeriodReading periods = new PeriodReading(tools, settings, ripening);
    FlagRaising flags = new FlagRaising(tools.flags());
    this.watch = new ModelWatch(tools, settings, periods, flags);
    this.realisation = new Realisation(tools, settings, periods, flags);
    this.retrainer = new Retrainer(tools, settings, experimenting);
    this.experiments = new ExperimentRounds(experimentTools, experimenting);
  }

  /** Does a look that was asked for. */
  public Mono<Void> run(JobLease lease, Consumer<JobProgress> progress) {
    progress.accept(new JobProgress(0, 1L));
    return look(lease.job().organization())
        .then(Mono.defer(() -> tools.queue().succeed(lease, ALL)));
  }

  /** Looks at each kind, then deletes what is too old. */
  public Mono<Void> look(OrganizationId organization) {
    return Flux.fromIterable(List.of(RiskKind.values()))
        .concatMap(kind -> look(organization, kind), 1)
        .then(Mono.defer(() -> forget(organization)));
  }

  private Mono<Void> look(OrganizationId organization, RiskKind kind) {
    Instant now = tools.clock().instant();
    return tools
        .shelf()
        .of(organization, kind)
        .flatMap(
            served ->
                ripening
                    .ripen(organization, kind, now)
                    .thenMany(Flux.fromStream(() -> models(served)))
                    .concatMap(model -> watch.look(organization, model, now), 1)
                    .then(realisation.realise(organization, kind, now))
                    .then(retrainer.look(organization, kind, served.champion().id(), now))
                    .then(experiments.look(organization, kind, now)));
  }

  private static Stream<ServedModel> models(ServedModels served) {
    return Stream.concat(
        Stream.of(served.champion()), served.others().stream().map(ServedModels.Other::model));
  }

  private Mono<Void> forget(OrganizationId organization) {
    LocalDate before =
        LocalDate.ofInstant(tools.clock().instant(), ZoneOffset.UTC).minusDays(settings.keptDays());
    return Mono.defer(() -> tools.retention().deleteBefore(organization, before, DELETED_AT_ONCE))
        .repeat(MOST_DELETIONS)
        .takeUntil(deleted -> deleted < DELETED_AT_ONCE)
        .then(tools.reports().deleteBefore(organization, before))
        .then();
  }
}
