package io.outlay.scoring.watch;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.LoggedPrediction;
import io.outlay.domain.risk.PendingPrediction;
import io.outlay.domain.risk.PredictionOutcome;
import io.outlay.domain.risk.PredictionWindow;
import io.outlay.domain.risk.RiskModel;
import io.outlay.scoring.registry.ServedModel;
import io.outlay.scoring.train.TimeSplit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Reads what a model said of the users it was made for. */
final class PeriodReading {

  private final WatchTools tools;
  private final WatchSettings settings;
  private final OutcomeRipening ripening;

  PeriodReading(WatchTools tools, WatchSettings settings, OutcomeRipening ripening) {
    this.tools = tools;
    this.settings = settings;
    this.ripening = ripening;
  }

  /** What a model at work said in a window. */
  Mono<WatchedPeriod> of(PredictionWindow window, ServedModel model, Instant now) {
    return Mono.zip(
        among(window).flatMap(found -> askedOnly(window, found, now)),
        findModel(window.organization(), model.id()).map(this::referenceRows),
        (asked, rows) -> new WatchedPeriod(window, model, rows, asked));
  }

  /** What was said in a window, where nothing is pending any more. */
  Mono<List<LoggedPrediction>> among(PredictionWindow window) {
    return Mono.zip(
            tools.settings().of(window.organization()),
            findModel(window.organization(), window.modelId()),
            tools.predictions().newest(window, settings.mostUsers()).collectList())
        .map(read -> Population.of(window.kind(), read.getT1(), read.getT2()).among(read.getT3()));
  }

  /** The question does not apply to every user somebody asks about. */
  private Mono<List<LoggedPrediction>> askedOnly(
      PredictionWindow window, List<LoggedPrediction> found, Instant now) {
    List<PendingPrediction> open =
        found.stream().filter(one -> one.outcome() == null).map(PeriodReading::key).toList();
    return ripening
        .conclude(window.organization(), window.kind(), open, now)
        .map(known -> found.stream().filter(one -> isAsked(one, known)).toList());
  }

  private static boolean isAsked(
      LoggedPrediction one, Map<PendingPrediction, PredictionOutcome> known) {
    return known.get(key(one)) != PredictionOutcome.NOT_ASKED;
  }

  private static PendingPrediction key(LoggedPrediction one) {
    return new PendingPrediction(one.userId(), one.scoredAt());
  }

  private Mono<RiskModel> findModel(OrganizationId organization, long id) {
    return tools.models().byIds(organization, Set.of(id)).single();
  }

  /** Of an imported model it is not known: as few as are compared at all. */
  private long referenceRows(RiskModel model) {
    int latest = model.data() == null ? 0 : TimeSplit.of(model.data().rows()).latest().length;
    return latest > 0 ? latest : settings.fewestUsers();
  }
}
