package io.outlay.scoring.experiment;

import io.outlay.domain.risk.Experiment;
import io.outlay.domain.risk.ExperimentResult;
import io.outlay.domain.risk.PredictionWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is known by now of the two models of an experiment over some days. */
final class PairReading {

  private final ExperimentTools tools;

  PairReading(ExperimentTools tools) {
    this.tools = tools;
  }

  /**
   * Reads a stretch of an experiment.
   *
   * @param from its first day is the UTC day of this time
   * @param days number of its days
   */
  Mono<Known> read(Experiment experiment, Instant from, int days, Instant now) {
    LocalDate first = day(from);
    LocalDate last = first.plusDays(days - 1L);
    PredictionWindow champion = window(experiment, experiment.championId(), first, last);
    PredictionWindow model = window(experiment, experiment.modelId(), first, last);
    return Mono.zip(
        compare(experiment, champion),
        isSettled(champion, model, day(now).isAfter(last)),
        Known::new);
  }

  private Mono<Optional<ExperimentResult>> compare(
      Experiment experiment, PredictionWindow champion) {
    return tools
        .predictions()
        .pairs(champion, experiment.modelId(), tools.mostUsers())
        .collectList()
        .filter(pairs -> !pairs.isEmpty())
        .zipWith(tools.settings().of(experiment.organization()))
        .publishOn(tools.scheduler())
        .map(
            read ->
                Comparison.of(
                    read.getT1(),
                    read.getT2().costs(experiment.kind()).threshold(),
                    ErrorCosts.of(read.getT2().costs(experiment.kind())),
                    experiment.id()))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }

  /** As long as outcomes are missing, those known are mostly the ones that happened. */
  private Mono<Boolean> isSettled(
      PredictionWindow champion, PredictionWindow model, boolean isOver) {
    return isOver
        ? Flux.just(champion, model)
            .concatMap(window -> tools.predictions().counts(window))
            .all(counts -> counts.pending() == 0)
        : Mono.just(false);
  }

  private static PredictionWindow window(
      Experiment experiment, long modelId, LocalDate from, LocalDate to) {
    return new PredictionWindow(experiment.organization(), experiment.kind(), modelId, from, to);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /**
   * What is known.
   *
   * @param result empty where no user with known outcome was scored by both
   * @param isSettled whether the stretch is over and every outcome known
   */
  record Known(Optional<ExperimentResult> result, boolean isSettled) {}
}
