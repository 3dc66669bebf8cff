package io.outlay.api.riskmodel;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.job.JobQueue;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.risk.RiskModels;
import io.outlay.domain.risk.RiskSettingsStore;
import io.outlay.domain.risk.postgres.PostgresModelAnnouncements;
import io.outlay.domain.risk.postgres.PostgresRiskModels;
import io.outlay.domain.risk.postgres.PostgresTrainingSchedule;
import io.outlay.scoring.feature.FeatureReader;
import io.outlay.scoring.outcome.TrainingTables;
import io.outlay.scoring.registry.LoadedModelShelf;
import io.outlay.scoring.registry.ModelImports;
import io.outlay.scoring.registry.ModelPromotions;
import io.outlay.scoring.training.ModelTrainings;
import io.outlay.scoring.training.TrainingSettings;
import io.outlay.scoring.training.TrainingTools;
import io.outlay.scoring.training.TrainingWorker;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The registry of models, those in memory, and the worker that trains new ones. */
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

  private static final int LOADING_THREADS = 2;
  private static final int LOADS_WAITING = 64;

  @Bean
  RiskModels riskModels(Database database) {
    return new PostgresRiskModels(database);
  }

  /** Loading and trying of models, away from the event loops. */
  @Bean(destroyMethod = "dispose")
  Scheduler modelScheduler() {
    return Schedulers.newBoundedElastic(LOADING_THREADS, LOADS_WAITING, "outlay-models", 60, true);
  }

  @Bean(destroyMethod = "close")
  LoadedModelShelf modelShelf(
      RiskModels models,
      FeatureReader features,
      Notifications notifications,
      @Qualifier("modelScheduler") Scheduler scheduler,
      MeterRegistry meters,
      @Value("${outlay.scoring.models-in-memory:200}") int mostModels) {
    return new LoadedModelShelf(
        models,
        features,
        new PostgresModelAnnouncements(notifications),
        scheduler,
        meters,
        mostModels);
  }

  @Bean
  ModelPromotions modelPromotions(
      RiskModels models, FeatureReader features, @Qualifier("modelScheduler") Scheduler scheduler) {
    return new ModelPromotions(models, features, scheduler);
  }

  @Bean
  ModelImports modelImports(
      RiskModels models,
      FeatureReader features,
      LoadedModelShelf shelf,
      RiskSettingsStore settings,
      @Qualifier("modelScheduler") Scheduler scheduler) {
    return new ModelImports(models, features, shelf, settings, scheduler);
  }

  @Bean
  ModelTrainings modelTrainings(Jobs jobs) {
    return new ModelTrainings(jobs);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnRole(ProcessRole.SCORING)
  TrainingWorker trainingWorker(
      TrainingTables tables,
      RiskSettingsStore settings,
      RiskModels models,
      JobQueue queue,
      Database database,
      MeterRegistry meters,
      @Value("${outlay.training.every:7d}") Duration every,
      @Value("${outlay.training.history:400d}") Duration history,
      @Value("${outlay.training.most-rows:200000}") int mostRows) {
    return new TrainingWorker(
        new TrainingTools(
            tables, settings, models, queue, new PostgresTrainingSchedule(database), meters),
        TrainingSettings.of(every, history, mostRows));
  }
}
