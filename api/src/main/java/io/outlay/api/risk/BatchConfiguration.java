package io.outlay.api.risk;

import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import io.outlay.domain.database.Database;
import io.outlay.domain.job.JobQueue;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.performance.postgres.PostgresLogPositions;
import io.outlay.domain.risk.PredictionLog;
import io.outlay.domain.userscore.BandChanges;
import io.outlay.domain.userscore.ScorePortions;
import io.outlay.domain.userscore.postgres.PostgresScorePortions;
import io.outlay.domain.userscore.postgres.PostgresScoreSchedule;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.scoring.batch.BatchSettings;
import io.outlay.scoring.batch.NightlyScoring;
import io.outlay.scoring.batch.PortionTopic;
import io.outlay.scoring.batch.PortionWorker;
import io.outlay.scoring.batch.UsersScoreWorker;
import io.outlay.scoring.batch.UsersScoring;
import io.outlay.scoring.registry.ModelShelf;
import io.outlay.scoring.serving.RiskScores;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Scoring of all users. */
@Configuration(proxyBeanMethods = false)
class BatchConfiguration {

  @Bean
  UsersScoring usersScoring(Jobs jobs, ModelShelf shelf, Clock clock) {
    return new UsersScoring(jobs, shelf, clock);
  }

  @Bean
  ScorePortions scorePortions(Database database) {
    return new PostgresScorePortions(database);
  }

  @Bean
  PortionTopic portionTopic(RecordLog log, Database database) {
    return new KafkaPortionTopic(log, new PostgresLogPositions(database));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnRole(ProcessRole.SCORING)
  PortionWorker portionWorker(
      PortionTopic topic,
      ScorePortions portions,
      RiskScores scores,
      ObjectProvider<PredictionLog> log,
      Database database) {
    return new PortionWorker(
        topic, portions, scores, ServingConfiguration.logOf(log, database), BatchSettings.DEFAULT);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnRole(ProcessRole.SCORING)
  UsersScoreWorker usersScoreWorker(
      JobQueue queue, ScorePortions portions, PortionTopic topic, BandChanges changes) {
    return new UsersScoreWorker(queue, portions, topic, changes, BatchSettings.DEFAULT);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnRole(ProcessRole.SCORING)
  @ConditionalOnProperty(name = "outlay.scoring.nightly", matchIfMissing = true)
  NightlyScoring nightlyScoring(
      Database database, Clock clock, @Value("${outlay.scoring.nightly-at:03:00}") LocalTime at) {
    return new NightlyScoring(new PostgresScoreSchedule(database), at, clock);
  }
}
