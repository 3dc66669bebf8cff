package io.outlay.ingestion.sync;

import io.outlay.domain.job.Job;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.platform.Completeness;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.domain.test.MigratedDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A workplace with an organization and a platform of its own for each test. */
abstract class SyncStage {

  static final LocalDate TODAY = SyncWorkplace.TODAY;
  static final String SPEND = "SELECT coalesce(sum(spend_micros), 0)::bigint FROM fact";

  static MigratedDatabase database;
  private static int organizations;

  final FakePlatform platform = new FakePlatform();
  SyncWorkplace workplace;
  OrganizationId organization;

  @BeforeAll
  static void createDatabase() {
    database = MigratedDatabase.create();
  }

  @AfterAll
  static void dropDatabase() {
    database.close();
  }

  @BeforeEach
  void open() {
    organization = database.addOrganization("sync-" + organizations++);
    workplace = new SyncWorkplace(database.database(), platform);
  }

  @AfterEach
  void close() {
    workplace.close();
    database
        .database()
        .asSystem()
        .update("UPDATE platform_access SET state = 'PAUSED'", List.of())
        .block(SyncWorkplace.PATIENCE);
  }

  final Job connectAndSync(String externalId, int daysBack) {
    PlatformAccess access = workplace.connect(organization, externalId, TODAY.minusDays(daysBack));
    workplace.start();
    return workplace.sync(access);
  }

  final Completeness completeness(PlatformAccess access) {
    Instant now = workplace.now;
    return Completeness.of(
        Objects.requireNonNull(
            workplace
                .fetches
                .all(organization, access.adAccountId())
                .collectList()
                .block(SyncWorkplace.PATIENCE)),
        access.settings().historyFrom(),
        access.zone(),
        now);
  }

  final void awaitNumber(String sql, long atLeast) {
    Objects.requireNonNull(
        reactor.core.publisher.Mono.fromCallable(() -> workplace.number(organization, sql))
            .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic())
            .repeatWhen(looks -> looks.delayElements(Duration.ofMillis(50)))
            .filter(number -> number >= atLeast)
            .blockFirst(SyncWorkplace.PATIENCE));
  }
}
