package io.outlay.scoring.outcome;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ImportedFeatures;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskSettingsStore;
import io.outlay.domain.userevent.EventHistory;
import io.outlay.scoring.feature.FeatureReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Tables from the history of events, which passes by once, a page of users at a time. Memory is
 * that of the rows and of one user's times, whatever the number of events.
 */
public final class HistoryTables implements TrainingTables {

  private static final int USERS_PER_PAGE = 200;

  /** Share of the work that is reading events. */
  private static final double READING = 0.9;

  private final EventHistory history;
  private final FeatureReader features;
  private final RiskSettingsStore settings;
  private final LateColumns lateColumns;
  private final Scheduler scheduler;

  /**
   * Reads through these.
   *
   * @param scheduler where events are added up, away from event loops
   */
  public HistoryTables(
      EventHistory history,
      FeatureReader features,
      ImportedFeatures imported,
      RiskSettingsStore settings,
      Scheduler scheduler) {
    this.history = history;
    this.features = features;
    this.settings = settings;
    this.lateColumns = new LateColumns(history, imported);
    this.scheduler = scheduler;
  }

  @Override
  public Mono<TrainingTable> build(
      OrganizationId organization,
      RiskKind kind,
      Instant from,
      Instant knownBy,
      int mostRows,
      DoubleConsumer progress) {
    return Mono.zip(
            settings.of(organization),
            features.features(organization, kind),
            (chosen, set) -> TablePlan.of(kind, chosen, set, from, knownBy))
        .flatMap(plan -> build(organization, plan, new ChosenRows(kind, mostRows), progress));
  }

  private Mono<TrainingTable> build(
      OrganizationId organization, TablePlan plan, ChosenRows chosen, DoubleConsumer progress) {
    return history
        .countUsers(organization)
        .flatMap(users -> read(organization, plan, chosen, told(users, progress)))
        .then(Mono.fromSupplier(chosen::inOrder))
        .delayUntil(rows -> lateColumns.fill(organization, plan.features(), rows))
        .publishOn(scheduler)
        .map(rows -> FinishedTable.of(plan, rows))
        .doOnNext(table -> progress.accept(1));
  }

  private Mono<Void> read(
      OrganizationId organization, TablePlan plan, ChosenRows chosen, DoubleConsumer progress) {
    AtomicLong done = new AtomicLong();
    return history
        .users(organization, 0, USERS_PER_PAGE)
        .expand(page -> next(organization, page))
        .concatMap(
            page ->
                read(organization, plan, chosen, page)
                    .doOnSuccess(read -> progress.accept((double) done.addAndGet(page.size()))),
            1)
        .then();
  }

  private Mono<List<Long>> next(OrganizationId organization, List<Long> page) {
    return page.size() < USERS_PER_PAGE
        ? Mono.empty()
        : history.users(organization, page.getLast(), USERS_PER_PAGE);
  }

  private Mono<Void> read(
      OrganizationId organization, TablePlan plan, ChosenRows chosen, List<Long> page) {
    return signUps(organization, plan, page)
        .flatMap(
            signUps ->
                history
                    .events(organization, page, plan.knownBy())
                    .publishOn(scheduler)
                    .reduceWith(() -> new RowsOfPage(plan, signUps, chosen), RowsOfPage::add))
        .doOnNext(RowsOfPage::end)
        .then();
  }

  private Mono<Map<Long, Instant>> signUps(
      OrganizationId organization, TablePlan plan, List<Long> page) {
    return plan.kind() == RiskKind.FIRST_PURCHASE
        ? history.signUps(organization, page, plan.knownBy())
        : Mono.just(Map.of());
  }

  private static DoubleConsumer told(long users, DoubleConsumer progress) {
    return done -> progress.accept(Math.min(1, done / Math.max(1, users)) * READING);
  }
}
