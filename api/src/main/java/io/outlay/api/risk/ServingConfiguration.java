package io.outlay.api.risk;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.risk.PredictionLog;
import io.outlay.domain.risk.postgres.PostgresPredictionLog;
import io.outlay.domain.user.UserEraser;
import io.outlay.domain.userscore.UserScores;
import io.outlay.domain.userscore.postgres.PostgresBandChanges;
import io.outlay.domain.userscore.postgres.PostgresUserScores;
import io.outlay.domain.userscore.postgres.ScoreEraser;
import io.outlay.scoring.feature.FeatureReader;
import io.outlay.scoring.registry.ModelShelf;
import io.outlay.scoring.serving.RiskScores;
import io.outlay.scoring.serving.ServingSettings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Scores on demand and what is kept of them. */
@Configuration(proxyBeanMethods = false)
class ServingConfiguration {

  private static final int WAITING = 500;

  @Bean
  UserScores userScores(Database database) {
    return new PostgresUserScores(database);
  }

  @Bean(destroyMethod = "close")
  PostgresBandChanges bandChanges(Database database, Notifications notifications) {
    return new PostgresBandChanges(database, notifications);
  }

  @Bean
  UserEraser scoreEraser(Database database) {
    return new ScoreEraser(database);
  }

  @Bean
  ServingSettings servingSettings(
      @Value("${outlay.scoring.threads:2}") int threads,
      @Value("${outlay.scoring.features-for:2s}") Duration featuresFor,
      @Value("${outlay.scoring.scores-for:60s}") Duration scoresFor,
      @Value("${outlay.scoring.memory:16MB}") DataSize memory,
      @Value("${outlay.scoring.patience:5s}") Duration patience) {
    return new ServingSettings(
        threads, WAITING, featuresFor, scoresFor, memory.toBytes(), patience);
  }

  @Bean(destroyMethod = "close")
  RiskScores riskScores(
      ModelShelf shelf,
      FeatureReader features,
      ObjectProvider<PredictionLog> log,
      Database database,
      UserScores kept,
      Clock clock,
      ServingSettings settings,
      MeterRegistry registry) {
    return new RiskScores(shelf, features, logOf(log, database), kept, clock, settings, registry);
  }

  /** The log, wherever it is put together. */
  static PredictionLog logOf(ObjectProvider<PredictionLog> log, Database database) {
    return log.getIfAvailable(() -> new PostgresPredictionLog(database));
  }
}
