package io.outlay.api.userevent;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.api.operation.SecretFile;
import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import io.outlay.domain.database.Database;
import io.outlay.domain.job.JobQueue;
import io.outlay.domain.job.JobWorker;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.performance.DeadLetters;
import io.outlay.domain.performance.postgres.PostgresLogPositions;
import io.outlay.domain.user.UserEraser;
import io.outlay.domain.user.UserErasing;
import io.outlay.domain.user.Users;
import io.outlay.domain.user.postgres.PostgresUsers;
import io.outlay.domain.useractivity.UserActivities;
import io.outlay.domain.useractivity.postgres.PostgresUserActivities;
import io.outlay.domain.userevent.EventRetention;
import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.Pseudonyms;
import io.outlay.domain.userevent.UserEvents;
import io.outlay.domain.userevent.postgres.EventKeeper;
import io.outlay.domain.userevent.postgres.PostgresUserErasures;
import io.outlay.domain.userevent.postgres.PostgresUserEvents;
import io.outlay.domain.userevent.postgres.SetAsideEventEraser;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.ingestion.rawinput.RawInputs;
import io.outlay.ingestion.spendimport.WorkFolders;
import io.outlay.ingestion.userevent.EventFileEraser;
import io.outlay.ingestion.userevent.EventReader;
import io.outlay.ingestion.userevent.EventsImportRun;
import io.outlay.ingestion.userevent.EventsImportTools;
import io.outlay.ingestion.userevent.EventsImports;
import io.outlay.ingestion.userevent.UserEventRecords;
import io.outlay.ingestion.userevent.UserEventSink;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The ways of users' events in, and of users out. */
@Configuration(proxyBeanMethods = false)
class UserEventConfiguration {

  private static final int FILE_THREADS = 2;
  private static final int FILES_WAITING = 1_000;

  @Bean
  Pseudonyms pseudonyms(
      @Value("${outlay.secrets.user-key:}") String key,
      @Value("${outlay.home:.outlay}") Path home) {
    return new Pseudonyms(SecretFile.key(key, "outlay.secrets.user-key", home.resolve("user-key")));
  }

  /** {@code outlay.user-events.retention-days.<type>}, as {@code custom=200}. */
  @Bean
  EventRetention eventRetention(Environment environment) {
    Map<EventType, Integer> days =
        Binder.get(environment)
            .bind(
                "outlay.user-events.retention-days", Bindable.mapOf(EventType.class, Integer.class))
            .orElse(Map.of());
    return new EventRetention(days);
  }

  @Bean
  UserEvents userEvents(
      Database database, Pseudonyms pseudonyms, EventRetention retention, Clock clock) {
    return new PostgresUserEvents(database, pseudonyms, retention, clock);
  }

  @Bean
  Users users(Database database) {
    return new PostgresUsers(database);
  }

  @Bean
  UserActivities userActivities(Database database) {
    return new PostgresUserActivities(database);
  }

  @Bean
  EventReader eventReader(Pseudonyms pseudonyms, Clock clock) {
    return new EventReader(pseudonyms, clock);
  }

  @Bean
  EventsImports eventsImports(Jobs jobs) {
    return new EventsImports(jobs);
  }

  /** Reading of files, away from the event loops. */
  @Bean(destroyMethod = "dispose")
  Scheduler eventFileScheduler() {
    return Schedulers.newBoundedElastic(FILE_THREADS, FILES_WAITING, "event-files", 60, true);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnRole(ProcessRole.INGESTION)
  JobWorker eventsImportWorker(
      JobQueue queue,
      RawInputs rawInputs,
      UserEvents events,
      EventReader reader,
      Scheduler eventFileScheduler,
      @Value("${outlay.imports.work-folder:${java.io.tmpdir}/outlay-imports}") Path workFolder) {
    EventsImportTools tools =
        new EventsImportTools(
            queue, rawInputs, events, reader, new WorkFolders(workFolder), eventFileScheduler);
    return new JobWorker(
        queue,
        EventsImports.KIND,
        (lease, progress) -> EventsImportRun.run(tools, lease, progress));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnRole(ProcessRole.INGESTION)
  UserEventSink userEventSink(
      Database database,
      RecordLog log,
      UserEvents events,
      DeadLetters deadLetters,
      EventReader reader,
      MeterRegistry registry) {
    return new UserEventSink(
        log, events, new PostgresLogPositions(database), deadLetters, reader, registry);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnRole(ProcessRole.INGESTION)
  EventKeeper eventKeeper(Database database, EventRetention retention, Clock clock) {
    return new EventKeeper(database, retention, clock);
  }

  @Bean
  UserEraser eventFileEraser(RawInputs rawInputs, Scheduler eventFileScheduler) {
    return new EventFileEraser(rawInputs, eventFileScheduler);
  }

  @Bean
  UserEraser setAsideEventEraser(Database database) {
    return new SetAsideEventEraser(database, UserEventRecords.TOPIC.name(), EventsImports.KIND);
  }

  @Bean
  UserErasing userErasing(
      Jobs jobs,
      JobQueue queue,
      Users users,
      Database database,
      Pseudonyms pseudonyms,
      List<UserEraser> erasers) {
    return new UserErasing(
        jobs, queue, users, new PostgresUserErasures(database, pseudonyms), erasers);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnRole(ProcessRole.INGESTION)
  JobWorker userEraseWorker(JobQueue queue, UserErasing erasing) {
    return new JobWorker(queue, UserErasing.KIND, erasing::run);
  }
}
