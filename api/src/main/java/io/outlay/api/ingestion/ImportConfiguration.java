package io.outlay.api.ingestion;

import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.job.JobQueue;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.job.postgres.AnnouncedJobChanges;
import io.outlay.domain.job.postgres.PostgresJobQueue;
import io.outlay.domain.job.postgres.PostgresJobs;
import io.outlay.domain.metric.MetricDictionary;
import io.outlay.domain.performance.SliceSequence;
import io.outlay.domain.performance.postgres.PostgresLogPositions;
import io.outlay.domain.performance.postgres.PostgresSliceReceipts;
import io.outlay.domain.performance.postgres.PostgresSliceSequence;
import io.outlay.domain.rawinput.postgres.PostgresRawInputs;
import io.outlay.domain.spendimport.postgres.PostgresImportTargets;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.ingestion.rawinput.RawInputSettings;
import io.outlay.ingestion.rawinput.RawInputs;
import io.outlay.ingestion.slice.CaughtUpSequence;
import io.outlay.ingestion.slice.SlicePublisher;
import io.outlay.ingestion.spendimport.SpendImportSettings;
import io.outlay.ingestion.spendimport.SpendImportTools;
import io.outlay.ingestion.spendimport.SpendImportWorker;
import io.outlay.ingestion.spendimport.SpendImports;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Uploads, jobs, and the worker that imports files. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

  private static final int UPLOAD_THREADS = 4;
  private static final int UPLOADS_WAITING = 64;

  /** Hashing and compressing of uploads, away from the event loops. */
  @Bean(destroyMethod = "dispose")
  Scheduler uploadScheduler() {
    return Schedulers.newBoundedElastic(UPLOAD_THREADS, UPLOADS_WAITING, "upload", 60, true);
  }

  @Bean
  RawInputs rawInputs(
      Database database,
      Scheduler uploadScheduler,
      @Value("${outlay.imports.most-bytes:2GB}") DataSize mostBytes,
      @Value("${outlay.imports.retention:400d}") Duration retention) {
    return new RawInputs(
        new PostgresRawInputs(database),
        new RawInputSettings(mostBytes.toBytes(), retention),
        uploadScheduler);
  }

  @Bean
  Jobs jobs(Database database) {
    return new PostgresJobs(database);
  }

  @Bean(destroyMethod = "close")
  AnnouncedJobChanges jobChanges(Notifications notifications) {
    return new AnnouncedJobChanges(notifications);
  }

  @Bean
  JobQueue jobQueue(Database database) {
    return new PostgresJobQueue(database);
  }

  @Bean
  SpendImports spendImports(Jobs jobs, RawInputs rawInputs) {
    return new SpendImports(jobs, rawInputs);
  }

  @Bean
  SliceSequence sliceSequence(Database database, RecordLog log) {
    return new CaughtUpSequence(
        new PostgresSliceSequence(database), log, new PostgresLogPositions(database));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnRole(ProcessRole.INGESTION)
  SpendImportWorker spendImportWorker(
      Database database,
      JobQueue queue,
      RawInputs rawInputs,
      SlicePublisher publisher,
      SliceSequence sequence,
      @Value("${outlay.imports.work-folder:${java.io.tmpdir}/outlay-imports}") Path workFolder) {
    SpendImportTools tools =
        new SpendImportTools(
            queue,
            rawInputs,
            new PostgresImportTargets(database),
            publisher,
            new PostgresSliceReceipts(database),
            sequence,
            MetricDictionary.current().version());
    return new SpendImportWorker(tools, SpendImportSettings.in(workFolder));
  }
}
