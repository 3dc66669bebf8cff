package io.outlay.api.action;

import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import io.outlay.domain.action.ActionRules;
import io.outlay.domain.action.Decisions;
import io.outlay.domain.action.postgres.PostgresActionRules;
import io.outlay.domain.action.postgres.PostgresDecisions;
import io.outlay.domain.database.Database;
import io.outlay.domain.useractivity.UserActivities;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.scoring.action.ActionWorker;
import io.outlay.scoring.action.Deciding;
import io.outlay.scoring.action.Effects;
import io.outlay.scoring.outcome.Outcomes;
import io.outlay.scoring.serving.RiskScores;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rules, their decisions and where these are told. */
@Configuration(proxyBeanMethods = false)
class ActionConfiguration {

  @Bean
  ActionRules actionRules(Database database) {
    return new PostgresActionRules(database);
  }

  @Bean
  Decisions decisions(Database database) {
    return new PostgresDecisions(database);
  }

  @Bean
  Effects effects(Decisions decisions, Outcomes outcomes, Clock clock) {
    return new Effects(decisions, outcomes, clock);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnRole(ProcessRole.SCORING)
  ActionWorker actionWorker(
      ActionRules rules,
      Decisions decisions,
      UserActivities activities,
      RiskScores scores,
      RecordLog log,
      Clock clock,
      @Value("${outlay.actions.every:5s}") Duration every) {
    return new ActionWorker(
        rules,
        new Deciding(decisions, activities, scores, clock),
        decisions,
        new KafkaActionTopic(log),
        every);
  }
}
