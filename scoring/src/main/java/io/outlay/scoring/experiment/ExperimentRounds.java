package io.outlay.scoring.experiment;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.Experiment;
import io.outlay.domain.risk.Experiment.State;
import io.outlay.domain.risk.ExperimentResult;
import io.outlay.domain.risk.ModelState;
import io.outlay.domain.risk.RiskKind;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Looks at experiments that are not over. One that runs is decided once, when every outcome of its
 * horizon is known; before, only a loss beyond the declared one ends it. After a promotion the
 * former champion scores on for the guard's days and comes back where the new one costs too much or
 * is shown to be worse.
 */
public final class ExperimentRounds {

  private static final Logger LOG = LoggerFactory.getLogger(ExperimentRounds.class);

  private final ExperimentTools tools;
  private final Experimenting experimenting;
  private final Promoting promoting;
  private final PairReading pairs;

  /** Works with these. */
  public ExperimentRounds(ExperimentTools tools, Experimenting experimenting) {
    this.tools = tools;
    this.experimenting = experimenting;
    this.promoting = new Promoting(tools);
    this.pairs = new PairReading(tools);
  }

  /** Looks at each open experiment of a kind once. */
  public Mono<Void> look(OrganizationId organization, RiskKind kind, Instant now) {
    return tools
        .experiments()
        .open(organization, kind)
        .concatMap(open -> findChampion(open).flatMap(champion -> look(open, champion, now)), 1)
        .doOnNext(
            changed ->
                LOG.info(
                    "experiment {} of organization {} is {}: {}",
                    changed.id(),
                    organization,
                    changed.state(),
                    changed.explanation()))
        .then();
  }

  private Mono<Long> findChampion(Experiment open) {
    return tools
        .models()
        .serving(open.organization(), open.kind())
        .flatMapIterable(serving -> serving.models())
        .filter(model -> model.state() == ModelState.CHAMPION)
        .map(model -> model.id())
        .singleOrEmpty();
  }

  private Mono<Experiment> look(Experiment open, long champion, Instant now) {
    return open.state() == State.RUNNING
        ? lookAtRunning(open, champion, now)
        : lookAtGuarded(open, champion, now);
  }

  private Mono<Experiment> lookAtRunning(Experiment open, long champion, Instant now) {
    if (champion == open.modelId()) {
      return promoting.promoted(open, "Promoted while it ran.", null, now);
    }
    if (champion != open.championId()) {
      return end(open, State.STOPPED, "The champion it was compared with went.", null, now);
    }
    return pairs
        .read(open, open.startedAt(), open.plan().horizonDays(), now)
        .flatMap(
            known ->
                Mono.justOrEmpty(verdict(open, known))
                    .flatMap(verdict -> conclude(open, verdict, known.result(), now)));
  }

  private static Optional<Verdict> verdict(Experiment open, PairReading.Known known) {
    ExperimentResult result = known.result().orElse(null);
    if (result != null && Verdict.isTooCostly(open.plan(), result)) {
      return Optional.of(Verdict.tooCostly(open.plan(), result));
    }
    if (!known.isSettled()) {
      return Optional.empty();
    }
    return Optional.of(
        result == null ? Verdict.ofNobody(open.plan()) : Verdict.of(open.plan(), result));
  }

  private Mono<Experiment> conclude(
      Experiment open, Verdict verdict, Optional<ExperimentResult> result, Instant now) {
    return switch (verdict.kind()) {
      case BETTER ->
          open.plan().promotes()
              ? promoting.promote(
                  open, verdict.explanation(), Objects.requireNonNull(result.orElse(null)), now)
              : promoting.step(open, State.WON, verdict.explanation(), result.orElse(null), now);
      case NOT_BETTER, TOO_COSTLY ->
          end(open, State.LOST, verdict.explanation(), result.orElse(null), now);
      case TOO_FEW ->
          end(open, State.INCONCLUSIVE, verdict.explanation(), result.orElse(null), now);
    };
  }

  private Mono<Experiment> lookAtGuarded(Experiment open, long champion, Instant now) {
    if (champion == open.championId()) {
      return promoting.step(open, State.ROLLED_BACK, "The former champion came back.", null, now);
    }
    if (champion != open.modelId()) {
      return endGuard(open, "Another model became champion.", null, now);
    }
    Instant promotedAt = Objects.requireNonNull(open.promotedAt(), "a guarded model is promoted");
    return promoting
        .guard(open)
        .then(pairs.read(open, promotedAt, open.plan().guardDays(), now))
        .flatMap(known -> judge(open, known, now));
  }

  private Mono<Experiment> judge(Experiment open, PairReading.Known known, Instant now) {
    ExperimentResult result = known.result().orElse(null);
    if (result != null && Verdict.isTooCostly(open.plan(), result)) {
      return promoting.takeBack(
          open, Verdict.tooCostly(open.plan(), result).explanation(), result, now);
    }
    if (!known.isSettled()) {
      return Mono.empty();
    }
    if (result != null && Verdict.isWorse(open.plan(), result)) {
      return promoting.takeBack(open, "The former champion is shown to be better.", result, now);
    }
    return endGuard(open, "Nothing spoke against it.", result, now);
  }

  private Mono<Experiment> endGuard(
      Experiment open, String explanation, @Nullable ExperimentResult result, Instant now) {
    return promoting
        .step(open, State.PROMOTED, explanation, result, now)
        .delayUntil(over -> experimenting.release(over, over.championId(), ModelState.RETIRED));
  }

  /** A model that lost goes; one of which nothing came may be tried again. */
  private Mono<Experiment> end(
      Experiment open,
      State to,
      String explanation,
      @Nullable ExperimentResult result,
      Instant now) {
    return promoting
        .step(open, to, explanation, result, now)
        .delayUntil(
            over ->
                experimenting.release(
                    over,
                    over.modelId(),
                    to == State.LOST ? ModelState.RETIRED : ModelState.CANDIDATE));
  }
}
