package io.outlay.ingestion.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.PlatformAccess;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Thirteen months of each platform, from newly connected accounts to sums of months. */
@ResourceLock("slice log")
class BackfillIntegrationTests {

  private static final LocalDate FROM = LocalDate.of(2025, 11, 1);
  private static final int CAMPAIGNS = 2;

  private static ReconciliationStage stage;
  private static Map<CollectedAccount, PlatformAccess> accounts;

  @BeforeAll
  static void collect() {
    stage = new ReconciliationStage(CAMPAIGNS);
    stage.process().start();
    accounts = stage.connectAll(stage.organization(), FROM);
    stage.syncAll(accounts.values());
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyMonthEqualsTheLedger(CollectedAccount which) {
    stage.assertEqual(which, accounts.get(which), FROM);
  }

  @ParameterizedTest
  @EnumSource
  void everyBreakdownAddsUpToTheAccount(CollectedAccount which) {
    PlatformAccess access = accounts.get(which);

    for (View view : List.of(View.COUNTRY, View.DEVICE)) {
      assertThat(stage.number(access, daysWithOtherSpend(access, view))).isZero();
    }
  }

  private static String daysWithOtherSpend(PlatformAccess access, View view) {
    return """
    SELECT count(*) FROM (
      SELECT day, sum(spend_micros) FILTER (WHERE view = 'DELIVERY') AS spend,
             sum(spend_micros) FILTER (WHERE view = '%s') AS broken_down
        FROM fact WHERE ad_account_id = %d GROUP BY day) AS days
     WHERE spend IS DISTINCT FROM broken_down
    """
        .formatted(view, access.adAccountId());
  }

  @Test
  void whatIsFetchedOnceMoreChangesNoRow() throws SQLException {
    List<Long> written = stage.written();
    LocalDate today = LocalDate.of(2026, 11, 22);

    for (PlatformAccess access : accounts.values()) {
      stage.succeed(stage.submit(access, new DateRange(today.minusDays(9), today.minusDays(1))));
    }

    assertThat(stage.written()).isEqualTo(written);
    accounts.forEach((which, access) -> stage.assertEqual(which, access, FROM));
  }

  @Test
  void aLogThatIsReadOnceMoreChangesNoRow() throws SQLException {
    List<Long> written = stage.written();

    stage.redeliverAll();

    assertThat(stage.written()).isEqualTo(written);
    accounts.forEach((which, access) -> stage.assertEqual(which, access, FROM));
  }
}
