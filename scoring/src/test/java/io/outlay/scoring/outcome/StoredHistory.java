package io.outlay.scoring.outcome;

import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ImportedFeatures;
import io.outlay.domain.risk.RiskSettingsStore;
import io.outlay.domain.risk.postgres.PostgresImportedFeatures;
import io.outlay.domain.risk.postgres.PostgresRiskSettings;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.domain.useractivity.postgres.PostgresUserActivities;
import io.outlay.domain.userevent.EventHistory;
import io.outlay.domain.userevent.EventRetention;
import io.outlay.domain.userevent.Pseudonyms;
import io.outlay.domain.userevent.UserEvent;
import io.outlay.domain.userevent.postgres.PostgresEventHistory;
import io.outlay.domain.userevent.postgres.PostgresUserEvents;
import io.outlay.scoring.feature.ActivityFeatures;
import io.outlay.scoring.feature.FeatureReader;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A database with events of users in it, and all that reads them. */
final class StoredHistory implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PORTION = 2_000;

  private final MigratedDatabase migrated = MigratedDatabase.create();
  private final Scheduler scheduler = Schedulers.newBoundedElastic(2, 64, "history-test");
  private final PostgresUserEvents events;
  final RiskSettingsStore settings;
  final ImportedFeatures imported;
  final EventHistory history;
  final FeatureReader reader;
  final TrainingTables tables;
  final Outcomes outcomes;

  StoredHistory() {
    Database database = migrated.database();
    AuditLog audit = new AuditLog(database);
    events =
        new PostgresUserEvents(
            database,
            new Pseudonyms(new byte[32]),
            EventRetention.USUAL,
            Clock.fixed(
                SeededHistory.START.plus(Duration.ofDays(SeededHistory.DAYS)), ZoneOffset.UTC));
    settings = new PostgresRiskSettings(database, audit);
    imported = new PostgresImportedFeatures(database, audit);
    history = new PostgresEventHistory(database);
    reader =
        new ActivityFeatures(new PostgresUserActivities(database), imported, settings, history);
    tables = new HistoryTables(history, reader, imported, settings, scheduler);
    outcomes = new HistoryOutcomes(history, settings, scheduler);
  }

  OrganizationId addOrganization(String key) {
    return migrated.addOrganization(key);
  }

  Database database() {
    return migrated.database();
  }

  void record(OrganizationId organization, List<UserEvent> some) {
    await(
        Flux.fromIterable(some)
            .buffer(PORTION)
            .concatMap(portion -> events.record(organization, portion, List.of()))
            .then(Mono.just(true)));
  }

  static <T> T await(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(PATIENCE));
  }

  @Override
  public void close() {
    scheduler.dispose();
    migrated.close();
  }
}
