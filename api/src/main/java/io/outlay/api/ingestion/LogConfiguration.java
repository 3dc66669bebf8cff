package io.outlay.api.ingestion;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.api.action.KafkaActionTopic;
import io.outlay.api.risk.KafkaPortionTopic;
import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.performance.DeadLetters;
import io.outlay.domain.performance.LargeSlices;
import io.outlay.domain.performance.postgres.FactKeeper;
import io.outlay.domain.performance.postgres.PostgresDeadLetters;
import io.outlay.domain.performance.postgres.PostgresLargeSlices;
import io.outlay.domain.performance.postgres.PostgresLogPositions;
import io.outlay.domain.performance.postgres.PostgresSlices;
import io.outlay.domain.version.DataVersions;
import io.outlay.domain.version.postgres.PostgresDataVersions;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.ingestion.log.kafka.KafkaRecordLog;
import io.outlay.ingestion.sink.DeadLetterReplay;
import io.outlay.ingestion.sink.SliceSink;
import io.outlay.ingestion.slice.LogSlicePublisher;
import io.outlay.ingestion.slice.SlicePublisher;
import io.outlay.ingestion.slice.SliceRecords;
import io.outlay.ingestion.userevent.UserEventRecords;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The slice log, those who write to it, and the sink that applies it. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

  @Bean(destroyMethod = "close")
  PostgresDataVersions dataVersions(Database database, Notifications notifications) {
    return new PostgresDataVersions(database, notifications);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnRole(ProcessRole.INGESTION)
  FactKeeper factKeeper(Database database, Clock clock) {
    return new FactKeeper(database, clock);
  }

  @Bean(destroyMethod = "close")
  KafkaRecordLog recordLog(@Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
    return new KafkaRecordLog(
        bootstrapServers,
        List.of(
            SliceRecords.SLICES,
            SliceRecords.DEAD_LETTERS,
            UserEventRecords.TOPIC,
            KafkaPortionTopic.TOPIC,
            KafkaActionTopic.TOPIC));
  }

  @Bean
  LargeSlices largeSlices(Database database) {
    return new PostgresLargeSlices(database);
  }

  @Bean
  SlicePublisher slicePublisher(RecordLog log, LargeSlices large) {
    return new LogSlicePublisher(log, large);
  }

  @Bean
  DeadLetters deadLetters(Database database) {
    return new PostgresDeadLetters(database);
  }

  @Bean
  DeadLetterReplay deadLetterReplay(DeadLetters deadLetters, RecordLog log) {
    return new DeadLetterReplay(deadLetters, log);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnRole(ProcessRole.INGESTION)
  SliceSink sliceSink(
      Database database,
      RecordLog log,
      LargeSlices large,
      DeadLetters deadLetters,
      DataVersions versions,
      MeterRegistry registry) {
    return new SliceSink(
        log,
        new PostgresSlices(database),
        new PostgresLogPositions(database),
        large,
        deadLetters,
        versions,
        registry);
  }
}
