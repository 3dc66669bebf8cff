package io.outlay.scoring.experiment;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.Experiment;
import io.outlay.domain.risk.ExperimentPlan;
import io.outlay.domain.risk.ExperimentStep;
import io.outlay.domain.risk.ModelAssignment;
import io.outlay.domain.risk.ModelState;
import io.outlay.domain.risk.RiskModel;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Begins experiments and ends them by hand. */
public final class Experimenting {

  private final ExperimentTools tools;

  /** Works with these. */
  public Experimenting(ExperimentTools tools) {
    this.tools = tools;
  }

  /**
   * Sets a model beside the champion. Errors with {@link NotFound} where there is no such model and
   * {@link Conflict} where it is champion, has an experiment that is not over, or another model is
   * challenger.
   *
   * @param by who, for people
   */
  public Mono<Experiment> start(
      OrganizationId organization,
      long modelId,
      ExperimentPlan plan,
      String by,
      Audit<Experiment> audit) {
    return tools
        .models()
        .byIds(organization, Set.of(modelId))
        .singleOrEmpty()
        .switchIfEmpty(Mono.error(() -> new NotFound("There is no such model.")))
        .flatMap(model -> start(organization, model, plan, by, audit));
  }

  /** Ends an experiment; empty where it is over or there is none. */
  public Mono<Experiment> stop(
      OrganizationId organization, long id, String by, Audit<Experiment> audit) {
    return tools
        .experiments()
        .step(
            organization,
            id,
            new ExperimentStep(
                Experiment.State.RUNNING,
                Experiment.State.STOPPED,
                "Stopped by " + by + ".",
                null,
                tools.clock().instant()),
            audit)
        .delayUntil(stopped -> release(stopped, stopped.modelId(), ModelState.CANDIDATE));
  }

  /** Takes a model from the champion's side, unless it does something else by now. */
  Mono<Void> release(Experiment over, long modelId, ModelState to) {
    return tools
        .models()
        .byIds(over.organization(), Set.of(modelId))
        .filter(model -> model.experimentId() == over.id())
        .flatMap(
            model ->
                tools
                    .models()
                    .assign(
                        over.organization(),
                        model.id(),
                        new ModelAssignment(to, 0, 0),
                        "experiment " + over.id() + " is " + over.state(),
                        Promoting.by(over),
                        Audit.none()))
        .then();
  }

  private Mono<Experiment> start(
      OrganizationId organization,
      RiskModel model,
      ExperimentPlan plan,
      String by,
      Audit<Experiment> audit) {
    return tools
        .models()
        .serving(organization, model.kind())
        .flatMapIterable(serving -> serving.models())
        .filter(one -> one.state() == ModelState.CHAMPION)
        .singleOrEmpty()
        .filter(champion -> champion.id() != model.id())
        .switchIfEmpty(
            Mono.error(
                () -> new Conflict("The model is champion itself: there is none to compare with.")))
        .flatMap(
            champion ->
                tools
                    .experiments()
                    .start(
                        organization,
                        model.kind(),
                        champion.id(),
                        model.id(),
                        plan,
                        by,
                        tools.clock().instant(),
                        audit))
        .delayUntil(started -> setBeside(started, by));
  }

  /** An experiment whose model cannot take its place is over before it began. */
  private Mono<Void> setBeside(Experiment started, String by) {
    ExperimentPlan plan = started.plan();
    ModelState state =
        plan.mode() == ExperimentPlan.Mode.SHADOW ? ModelState.SHADOW : ModelState.CHALLENGER;
    return tools
        .models()
        .assign(
            started.organization(),
            started.modelId(),
            new ModelAssignment(state, plan.share(), started.id()),
            "experiment " + started.id(),
            by,
            Audit.none())
        .onErrorResume(
            error ->
                tools
                    .experiments()
                    .step(
                        started.organization(),
                        started.id(),
                        new ExperimentStep(
                            Experiment.State.RUNNING,
                            Experiment.State.STOPPED,
                            "The model could not take its place.",
                            null,
                            tools.clock().instant()),
                        Audit.none())
                    .then(Mono.error(error)))
        .then();
  }
}
