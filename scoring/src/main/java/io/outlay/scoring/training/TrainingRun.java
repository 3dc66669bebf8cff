package io.outlay.scoring.training;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.JobProgress;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskModel;
import io.outlay.scoring.outcome.TrainingTable;
import java.time.Instant;
import java.util.Objects;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * One worker's run of one training. What the table may know ends when the job was asked for, so
 * that a run begun again after a crash makes the same model; nothing is stored before the whole
 * model is registered in one transaction, once for each job.
 */
final class TrainingRun {

  private final TrainingTools tools;
  private final TrainingSettings settings;
  private final JobLease lease;
  private final Scheduler scheduler;
  private final TrainingProgress progress;
  private final TrainingRequest request;
  private final OrganizationId organization;

  TrainingRun(
      TrainingTools tools,
      TrainingSettings settings,
      JobLease lease,
      Scheduler scheduler,
      TrainingProgress progress) {
    this.tools = tools;
    this.settings = settings;
    this.lease = lease;
    this.scheduler = scheduler;
    this.progress = progress;
    this.request = TrainingRequest.of(lease.job());
    this.organization = lease.job().organization();
  }

  Mono<Void> run() {
    return Mono.zip(table(), tools.settings().of(organization))
        .flatMap(read -> make(read.getT1(), Stakes.of(read.getT2(), request.kind())))
        .flatMap(
            made ->
                tools
                    .models()
                    .register(
                        organization,
                        made.by(lease.job().id(), lease.job().requestedBy()),
                        Audit.none()))
        .flatMap(this::end);
  }

  private Mono<TrainingTable> table() {
    Instant asked = lease.job().createdAt();
    Instant told = Objects.requireNonNullElse(request.knownBy(), asked);
    Instant knownBy = told.isBefore(asked) ? told : asked;
    return tools
        .tables()
        .build(
            organization,
            request.kind(),
            knownBy.minus(settings.history()),
            knownBy,
            settings.mostRows(),
            progress::table);
  }

  private Mono<MadeModel> make(TrainingTable table, Stakes stakes) {
    return Mono.fromCallable(
            () ->
                new ModelMaking(
                        table, stakes, settings.boosting(), request.seedOrUsual(), progress::making)
                    .make())
        .subscribeOn(scheduler);
  }

  private Mono<Void> end(RiskModel model) {
    return tools
        .queue()
        .result(lease, "{\"modelId\": " + model.id() + "}")
        .then(
            tools
                .queue()
                .succeed(lease, new JobProgress(TrainingProgress.WHOLE, TrainingProgress.WHOLE)));
  }
}
