package io.outlay.api.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import io.outlay.domain.database.Database;
import io.outlay.domain.job.JobQueue;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.metric.MetricDictionary;
import io.outlay.domain.performance.SliceSequence;
import io.outlay.domain.platform.AccountStructures;
import io.outlay.domain.platform.CompletionCurves;
import io.outlay.domain.platform.CredentialSafe;
import io.outlay.domain.platform.PeriodFetches;
import io.outlay.domain.platform.PlatformAccesses;
import io.outlay.domain.platform.Reconciliations;
import io.outlay.domain.platform.postgres.PostgresAccountStructures;
import io.outlay.domain.platform.postgres.PostgresCompletionCurves;
import io.outlay.domain.platform.postgres.PostgresPeriodFetches;
import io.outlay.domain.platform.postgres.PostgresPlatformAccesses;
import io.outlay.domain.platform.postgres.PostgresReconciliations;
import io.outlay.domain.platform.postgres.PostgresSyncSchedule;
import io.outlay.domain.rawinput.postgres.PostgresRawInputs;
import io.outlay.ingestion.platform.AdPlatform;
import io.outlay.ingestion.rawinput.RawInputSettings;
import io.outlay.ingestion.slice.SlicePublisher;
import io.outlay.ingestion.sync.AdAccountConnecting;
import io.outlay.ingestion.sync.AdAccountSyncs;
import io.outlay.ingestion.sync.KeptReports;
import io.outlay.ingestion.sync.Platforms;
import io.outlay.ingestion.sync.SyncSettings;
import io.outlay.ingestion.sync.SyncTools;
import io.outlay.ingestion.sync.SyncWorker;
import io.outlay.ingestion.sync.UsualSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Connected ad accounts, their records, and the worker that collects them. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

  private static final int KEEPING_THREADS = 2;
  private static final int ANSWERS_WAITING = 64;

  @Bean
  Platforms platforms(ObjectProvider<AdPlatform> platforms) {
    return new Platforms(platforms.stream().toList());
  }

  @Bean
  PlatformAccesses platformAccesses(Database database, CredentialSafe safe) {
    return new PostgresPlatformAccesses(database, safe);
  }

  @Bean
  PeriodFetches periodFetches(Database database) {
    return new PostgresPeriodFetches(database);
  }

  @Bean
  Reconciliations reconciliations(Database database) {
    return new PostgresReconciliations(database);
  }

  @Bean
  CompletionCurves completionCurves(Database database) {
    return new PostgresCompletionCurves(database);
  }

  @Bean
  AccountStructures accountStructures(Database database) {
    return new PostgresAccountStructures(database);
  }

  @Bean
  AdAccountSyncs adAccountSyncs(Jobs jobs, Clock clock) {
    return new AdAccountSyncs(jobs, clock);
  }

  @Bean
  AdAccountConnecting adAccountConnecting(
      Platforms platforms,
      PlatformAccesses accesses,
      Clock clock,
      @Value("${outlay.sync.every:1h}") Duration every,
      @Value("${outlay.sync.history:P13M}") Period history) {
    return new AdAccountConnecting(platforms, accesses, new UsualSettings(every, history), clock);
  }

  /** Hashing and compressing of answers, away from the event loops. */
  @Bean(destroyMethod = "dispose")
  Scheduler keptReportsScheduler() {
    return Schedulers.newBoundedElastic(KEEPING_THREADS, ANSWERS_WAITING, "kept-reports", 60, true);
  }

  @Bean
  KeptReports keptReports(
      Database database,
      Scheduler keptReportsScheduler,
      @Value("${outlay.sync.most-bytes:256MB}") DataSize mostBytes,
      @Value("${outlay.sync.raw-retention:400d}") Duration retention) {
    return new KeptReports(
        new PostgresRawInputs(database),
        new RawInputSettings(mostBytes.toBytes(), retention),
        keptReportsScheduler);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnRole(ProcessRole.INGESTION)
  SyncWorker syncWorker(
      Database database,
      Platforms platforms,
      PlatformAccesses accesses,
      PeriodFetches fetches,
      AccountStructures structures,
      Reconciliations reconciliations,
      KeptReports kept,
      JobQueue queue,
      SlicePublisher publisher,
      SliceSequence sequence,
      MeterRegistry registry,
      Clock clock,
      @Value("${outlay.sync.parallel:4}") int parallel,
      @Value("${outlay.sync.days-at-once:15}") int daysAtOnce,
      @Value("${outlay.sync.turn:5s}") Duration turn) {
    SyncSettings usual = SyncSettings.DEFAULT;
    return new SyncWorker(
        new SyncTools(
            platforms,
            accesses,
            fetches,
            structures,
            reconciliations,
            new PostgresSyncSchedule(database),
            kept,
            queue,
            publisher,
            sequence,
            clock,
            registry,
            MetricDictionary.current().version()),
        new SyncSettings(
            parallel, daysAtOnce, turn, usual.lease(), usual.pause(), usual.mostTries()));
  }
}
