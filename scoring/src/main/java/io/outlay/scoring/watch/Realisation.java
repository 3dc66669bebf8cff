package io.outlay.scoring.watch;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.FlagFinding;
import io.outlay.domain.risk.LoggedPrediction;
import io.outlay.domain.risk.ModelFlag;
import io.outlay.domain.risk.ModelPerformance;
import io.outlay.domain.risk.PerformanceFigures;
import io.outlay.domain.risk.PredictionOutcome;
import io.outlay.domain.risk.PredictionWindow;
import io.outlay.domain.risk.RealisedFigures;
import io.outlay.domain.risk.RiskKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Sets what came true beside what was estimated, for periods of which every outcome is known: as
 * long as some are not, those known are mostly the ones that happened.
 */
final class Realisation {

  /**
   * The interval is left by chance in 1 of 20 cases, one half as wide again in 3 of 1,000: a flag
   * should mean something.
   */
  private static final double WIDENED = 1.5;

  private final WatchTools tools;
  private final WatchSettings settings;
  private final PeriodReading periods;
  private final FlagRaising flags;

  Realisation(WatchTools tools, WatchSettings settings, PeriodReading periods, FlagRaising flags) {
    this.tools = tools;
    this.settings = settings;
    this.periods = periods;
    this.flags = flags;
  }

  /** Gives how many periods were settled. */
  Mono<Long> realise(OrganizationId organization, RiskKind kind, Instant now) {
    return tools
        .reports()
        .unrealised(organization, kind)
        .concatMap(open -> realise(organization, open, now), 1)
        .count();
  }

  private Mono<RealisedFigures> realise(
      OrganizationId organization, ModelPerformance open, Instant now) {
    PredictionWindow window =
        new PredictionWindow(organization, open.kind(), open.modelId(), open.from(), open.to());
    return tools
        .predictions()
        .counts(window)
        .filter(counts -> counts.pending() == 0 && counts.known() > 0)
        .flatMap(counts -> periods.among(window))
        .filter(known -> !known.isEmpty())
        .flatMap(
            known ->
                Mono.fromCallable(() -> confront(known, open, now)).subscribeOn(tools.scheduler()))
        .delayUntil(
            realised ->
                tools.reports().keepRealised(organization, open.modelId(), open.to(), realised))
        .delayUntil(realised -> flag(organization, open, realised, now));
  }

  private static RealisedFigures confront(
      List<LoggedPrediction> known, ModelPerformance open, Instant now) {
    double[] probabilities = known.stream().mapToDouble(LoggedPrediction::probability).toArray();
    boolean[] labels = new boolean[probabilities.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = known.get(i).outcome() == PredictionOutcome.HAPPENED;
    }
    return Confrontation.of(
        EstimatedPerformance.of(probabilities, open.threshold(), open.to().toEpochDay()),
        RealisedPerformance.of(probabilities, labels, open.threshold()),
        now);
  }

  private Mono<Void> flag(
      OrganizationId organization, ModelPerformance open, RealisedFigures realised, Instant now) {
    return realised.figures().rows() < settings.fewestUsers()
        ? Mono.empty()
        : flags.over(
            organization,
            open.kind(),
            open.modelId(),
            ModelFlag.Reason.PERFORMANCE,
            findings(realised),
            now);
  }

  private static List<FlagFinding> findings(RealisedFigures realised) {
    PerformanceFigures expected = realised.estimated().expected();
    PerformanceFigures low = realised.estimated().low();
    PerformanceFigures high = realised.estimated().high();
    List<FlagFinding> found = new ArrayList<>();
    double leastAuc = expected.rocAuc() + WIDENED * (low.rocAuc() - expected.rocAuc());
    if (realised.figures().rocAuc() < leastAuc) {
      found.add(new FlagFinding("rocAuc", realised.figures().rocAuc(), leastAuc));
    }
    double mostLoss = expected.logLoss() + WIDENED * (high.logLoss() - expected.logLoss());
    if (realised.figures().logLoss() > mostLoss) {
      found.add(new FlagFinding("logLoss", realised.figures().logLoss(), mostLoss));
    }
    return found;
  }
}
