package io.outlay.api.riskwatch;

import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import io.outlay.domain.database.Database;
import io.outlay.domain.job.JobQueue;
import io.outlay.domain.job.JobWorker;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.risk.ModelExperiments;
import io.outlay.domain.risk.ModelFlags;
import io.outlay.domain.risk.ModelReports;
import io.outlay.domain.risk.PredictionLog;
import io.outlay.domain.risk.Predictions;
import io.outlay.domain.risk.Retrainings;
import io.outlay.domain.risk.RiskModels;
import io.outlay.domain.risk.RiskSettingsStore;
import io.outlay.domain.risk.postgres.PostgresModelExperiments;
import io.outlay.domain.risk.postgres.PostgresModelFlags;
import io.outlay.domain.risk.postgres.PostgresModelReports;
import io.outlay.domain.risk.postgres.PostgresPendingPredictions;
import io.outlay.domain.risk.postgres.PostgresPredictionLog;
import io.outlay.domain.risk.postgres.PostgresPredictionRetention;
import io.outlay.domain.risk.postgres.PostgresPredictions;
import io.outlay.domain.risk.postgres.PostgresRetrainings;
import io.outlay.domain.risk.postgres.PostgresWatchSchedule;
import io.outlay.domain.risk.postgres.PredictionEraser;
import io.outlay.domain.user.UserEraser;
import io.outlay.scoring.experiment.ExperimentTools;
import io.outlay.scoring.experiment.Experimenting;
import io.outlay.scoring.feature.FeatureReader;
import io.outlay.scoring.outcome.Outcomes;
import io.outlay.scoring.outcome.TrainingTables;
import io.outlay.scoring.registry.ModelShelf;
import io.outlay.scoring.watch.WatchRound;
import io.outlay.scoring.watch.WatchScheduling;
import io.outlay.scoring.watch.WatchSettings;
import io.outlay.scoring.watch.WatchTools;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The log of predictions, experiments, and the watch over models at work. */
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

  private static final int WAITING = 64;

  @Bean
  PredictionLog predictionLog(Database database) {
    return new PostgresPredictionLog(database);
  }

  @Bean
  Predictions predictions(Database database) {
    return new PostgresPredictions(database);
  }

  @Bean
  UserEraser predictionEraser(Database database) {
    return new PredictionEraser(database);
  }

  @Bean
  ModelReports modelReports(Database database) {
    return new PostgresModelReports(database);
  }

  @Bean
  ModelFlags modelFlags(Database database) {
    return new PostgresModelFlags(database);
  }

  @Bean
  Retrainings retrainings(Database database) {
    return new PostgresRetrainings(database);
  }

  @Bean
  ModelExperiments modelExperiments(Database database) {
    return new PostgresModelExperiments(database);
  }

  /** Figures are computed one model after the other, away from the event loops. */
  @Bean(destroyMethod = "dispose")
  Scheduler watchScheduler() {
    return Schedulers.newBoundedElastic(1, WAITING, "outlay-watch", 60, true);
  }

  @Bean
  WatchSettings watchSettings(
      @Value("${outlay.watch.every:1d}") Duration every,
      @Value("${outlay.watch.kept-days:400}") int keptDays,
      @Value("${outlay.watch.retrains:true}") boolean retrains,
      @Value("${outlay.watch.between-trainings:1d}") Duration betweenTrainings) {
    return WatchSettings.of(every, keptDays, retrains, betweenTrainings);
  }

  @Bean
  ExperimentTools experimentTools(
      ModelExperiments experiments,
      RiskModels models,
      Predictions predictions,
      RiskSettingsStore settings,
      Clock clock,
      @Qualifier("watchScheduler") Scheduler scheduler,
      WatchSettings watch) {
    return new ExperimentTools(
        experiments, models, predictions, settings, clock, scheduler, watch.mostUsers());
  }

  @Bean
  Experimenting experimenting(ExperimentTools tools) {
    return new Experimenting(tools);
  }

  @Bean
  WatchRound watchRound(
      Database database,
      Predictions predictions,
      ModelReports reports,
      ModelFlags flags,
      Retrainings retrainings,
      RiskModels models,
      ModelShelf shelf,
      FeatureReader features,
      Outcomes outcomes,
      TrainingTables tables,
      RiskSettingsStore settings,
      Jobs jobs,
      JobQueue queue,
      Clock clock,
      @Qualifier("watchScheduler") Scheduler scheduler,
      WatchSettings watch,
      ExperimentTools experiments) {
    return new WatchRound(
        new WatchTools(
            predictions,
            new PostgresPendingPredictions(database),
            new PostgresPredictionRetention(database),
            reports,
            flags,
            retrainings,
            models,
            shelf,
            features,
            outcomes,
            tables,
            settings,
            jobs,
            queue,
            clock,
            scheduler),
        watch,
        experiments);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnRole(ProcessRole.SCORING)
  WatchScheduling watchScheduling(Database database, WatchSettings settings) {
    return new WatchScheduling(new PostgresWatchSchedule(database), settings.every());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnRole(ProcessRole.SCORING)
  JobWorker watchWorker(JobQueue queue, WatchRound round) {
    return new JobWorker(queue, WatchRound.KIND, round::run);
  }
}
