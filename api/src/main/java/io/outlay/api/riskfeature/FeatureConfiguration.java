package io.outlay.api.riskfeature;

import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.risk.ImportedFeatures;
import io.outlay.domain.risk.RiskSettingsStore;
import io.outlay.domain.risk.postgres.PostgresImportedFeatures;
import io.outlay.domain.risk.postgres.PostgresRiskSettings;
import io.outlay.domain.useractivity.postgres.PostgresUserActivities;
import io.outlay.domain.userevent.EventHistory;
import io.outlay.domain.userevent.postgres.PostgresEventHistory;
import io.outlay.scoring.feature.ActivityFeatures;
import io.outlay.scoring.feature.FeatureReader;
import io.outlay.scoring.outcome.HistoryOutcomes;
import io.outlay.scoring.outcome.HistoryTables;
import io.outlay.scoring.outcome.Outcomes;
import io.outlay.scoring.outcome.TrainingTables;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Features and outcomes of users, for those who ask by the words of scoring. */
@Configuration(proxyBeanMethods = false)
class FeatureConfiguration {

  private static final int THREADS = 2;
  private static final int WAITING = 256;

  @Bean
  PostgresRiskSettings riskSettings(Database database, AuditLog audit) {
    return new PostgresRiskSettings(database, audit);
  }

  @Bean
  ImportedFeatures importedFeatures(Database database, AuditLog audit) {
    return new PostgresImportedFeatures(database, audit);
  }

  @Bean
  EventHistory eventHistory(Database database) {
    return new PostgresEventHistory(database);
  }

  @Bean(destroyMethod = "dispose")
  Scheduler historyScheduler() {
    return Schedulers.newBoundedElastic(THREADS, WAITING, "outlay-history", 60, true);
  }

  @Bean
  FeatureReader featureReader(
      Database database,
      ImportedFeatures imported,
      RiskSettingsStore settings,
      EventHistory history) {
    return new ActivityFeatures(new PostgresUserActivities(database), imported, settings, history);
  }

  @Bean
  TrainingTables trainingTables(
      EventHistory history,
      FeatureReader features,
      ImportedFeatures imported,
      RiskSettingsStore settings,
      @Qualifier("historyScheduler") Scheduler scheduler) {
    return new HistoryTables(history, features, imported, settings, scheduler);
  }

  @Bean
  Outcomes outcomes(
      EventHistory history,
      RiskSettingsStore settings,
      @Qualifier("historyScheduler") Scheduler scheduler) {
    return new HistoryOutcomes(history, settings, scheduler);
  }
}
