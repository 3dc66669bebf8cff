package io.outlay.scoring.watch;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ModelPerformance;
import io.outlay.domain.risk.ModelReports;
import io.outlay.domain.risk.PredictionWindow;
import io.outlay.domain.risk.ScoreReference;
import io.outlay.scoring.registry.ServedModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Looks at what a model said in the newest period: has it moved, and how good will it have been?
 */
final class ModelWatch {

  private final ModelReports reports;
  private final Scheduler scheduler;
  private final WatchSettings settings;
  private final PeriodReading periods;
  private final FlagRaising flags;

  ModelWatch(WatchTools tools, WatchSettings settings, PeriodReading periods, FlagRaising flags) {
    this.reports = tools.reports();
    this.scheduler = tools.scheduler();
    this.settings = settings;
    this.periods = periods;
    this.flags = flags;
  }

  /** Keeps reports and raises flags; does nothing where too few were scored. */
  Mono<Void> look(OrganizationId organization, ServedModel model, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    PredictionWindow window =
        new PredictionWindow(
            organization,
            model.kind(),
            model.id(),
            today.minusDays(settings.periodDays() - 1L),
            today);
    return periods
        .of(window, model, now)
        .filter(period -> period.predictions().size() >= settings.fewestUsers())
        .flatMap(period -> keepDrift(period, now).then(keepEstimate(period, now)));
  }

  private Mono<Void> keepDrift(WatchedPeriod period, Instant now) {
    return reports
        .reference(period.organization(), period.model().id())
        .map(Optional::of)
        .switchIfEmpty(keepReference(period).thenReturn(Optional.empty()))
        .flatMap(
            reference ->
                Mono.fromCallable(() -> DriftMeasuring.measure(period, reference.orElse(null), now))
                    .subscribeOn(scheduler))
        .delayUntil(report -> reports.keep(period.organization(), report))
        .flatMap(report -> flags.overDrift(period.organization(), period.kind(), report, now));
  }

  private Mono<ScoreReference> keepReference(WatchedPeriod period) {
    return Mono.fromCallable(() -> DriftMeasuring.reference(period))
        .subscribeOn(scheduler)
        .flatMap(first -> reports.reference(period.organization(), period.model().id(), first));
  }

  private Mono<Void> keepEstimate(WatchedPeriod period, Instant now) {
    PredictionWindow window = period.window();
    double threshold = period.model().bands().threshold();
    return Mono.fromCallable(
            () ->
                EstimatedPerformance.of(
                    period.probabilities(), threshold, window.to().toEpochDay()))
        .subscribeOn(scheduler)
        .flatMap(
            estimated ->
                reports.keepEstimate(
                    period.organization(),
                    new ModelPerformance(
                        window.modelId(),
                        window.kind(),
                        window.from(),
                        window.to(),
                        threshold,
                        estimated,
                        now,
                        null)));
  }
}
