package io.outlay.ingestion.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.job.Job;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.embedded.EmbeddedService;
import io.outlay.embedded.test.SharedServices;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.publisher.Mono;

/** Backfills while what they stand on goes away, and by two processes at once. */
@Isolated("stops the services of all")
class CollectingFaultTests {

  private static final LocalDate FROM = LocalDate.of(2026, 10, 15);
  private static final Duration AWAY = Duration.ofSeconds(2);
  private static final Duration RECOVERY = Duration.ofSeconds(15);

  private static ReconciliationStage stage;
  private static CollectingProcess first;

  @BeforeAll
  static void start() {
    stage = new ReconciliationStage(2);
    first = stage.process();
    first.start();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void aBackfillOutlivesAKafkaThatStops() throws SQLException {
    survives(SharedServices.get().kafka());
  }

  @Test
  void aBackfillOutlivesAPostgresThatStops() throws SQLException {
    survives(SharedServices.get().postgres());
  }

  @Test
  void twoProcessesAtOnceCollectEachAccountOnce() throws SQLException {
    try (CollectingProcess second = stage.process()) {
      second.start();
      Map<CollectedAccount, PlatformAccess> accounts = stage.connectAll(stage.organization(), FROM);

      stage.syncAll(accounts.values());

      accounts.forEach((which, access) -> stage.assertEqual(which, access, FROM));
      assertThat(stage.superuser("SELECT count(*) FROM fact_history")).isZero();
      assertThat(stage.superuser("SELECT count(*) FROM dead_letter")).isZero();
    }
  }

  private static void survives(EmbeddedService service) throws SQLException {
    Map<CollectedAccount, PlatformAccess> accounts = stage.connectAll(stage.organization(), FROM);
    List<Job> jobs = accounts.values().stream().map(one -> stage.submit(one, null)).toList();
    long known = stage.superuser("SELECT count(*) FROM period_fetch");
    stage.awaitMore("SELECT count(*) FROM period_fetch", known + 31);

    service.stop();
    Mono.delay(AWAY).block();
    service.start();
    long fetched = stage.superuser("SELECT count(*) FROM period_fetch");

    stage.awaitMore("SELECT count(*) FROM period_fetch", fetched + 1, RECOVERY);
    jobs.forEach(stage::succeed);
    accounts.forEach((which, access) -> stage.assertEqual(which, access, FROM));
    assertThat(stage.superuser("SELECT count(*) FROM dead_letter")).isZero();
  }
}
