package io.outlay.scoring.experiment;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.risk.Experiment;
import io.outlay.domain.risk.Experiment.State;
import io.outlay.domain.risk.ExperimentResult;
import io.outlay.domain.risk.ExperimentStep;
import io.outlay.domain.risk.ModelAssignment;
import io.outlay.domain.risk.ModelState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Promotes what won, and takes back what does worse than declared. The registry is changed first: a
 * round begun again after a crash finds by the champion what is left to write down.
 */
final class Promoting {

  private final ExperimentTools tools;

  Promoting(ExperimentTools tools) {
    this.tools = tools;
  }

  Mono<Experiment> promote(
      Experiment won, String explanation, ExperimentResult result, Instant now) {
    return tools
        .models()
        .promote(
            won.organization(),
            won.modelId(),
            "experiment " + won.id() + ": " + explanation,
            by(won),
            Audit.none())
        .then(Mono.defer(() -> promoted(won, explanation, result, now)));
  }

  /** Writes down that the model is champion. */
  Mono<Experiment> promoted(
      Experiment running, String explanation, @Nullable ExperimentResult result, Instant now) {
    boolean isGuarded = running.plan().guardDays() > 0;
    return step(running, isGuarded ? State.GUARDED : State.PROMOTED, explanation, result, now)
        .delayUntil(changed -> isGuarded ? guard(changed) : Mono.empty());
  }

  /** Lets the former champion score on, unless it does already or serves otherwise. */
  Mono<Void> guard(Experiment guarded) {
    return tools
        .models()
        .byIds(guarded.organization(), Set.of(guarded.championId()))
        .filter(former -> former.state() == ModelState.RETIRED)
        .flatMap(
            former ->
                tools
                    .models()
                    .assign(
                        guarded.organization(),
                        former.id(),
                        new ModelAssignment(ModelState.SHADOW, 0, guarded.id()),
                        "guard of experiment " + guarded.id(),
                        by(guarded),
                        Audit.none()))
        .then();
  }

  Mono<Experiment> takeBack(
      Experiment guarded, String explanation, ExperimentResult result, Instant now) {
    return tools
        .models()
        .rollback(
            guarded.organization(),
            guarded.kind(),
            "experiment " + guarded.id() + ": " + explanation,
            by(guarded),
            Audit.none())
        .then(Mono.defer(() -> step(guarded, State.ROLLED_BACK, explanation, result, now)));
  }

  Mono<Experiment> step(
      Experiment from,
      State to,
      String explanation,
      @Nullable ExperimentResult result,
      Instant now) {
    return tools
        .experiments()
        .step(
            from.organization(),
            from.id(),
            new ExperimentStep(from.state(), to, explanation, result, now),
            Audit.none());
  }

  static String by(Experiment experiment) {
    return "experiment " + experiment.id();
  }
}
