package io.outlay.domain.performance.postgres;

import static io.outlay.domain.performance.postgres.SomeSlices.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.test.MigratedDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FactKeeperIntegrationTests {

  private static final Instant NOW = Instant.parse("2031-05-20T12:00:00Z");
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();

  private final StoredSlices stored = new StoredSlices(MIGRATED);
  private final FactKeeper keeper =
      new FactKeeper(MIGRATED.database(), Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void makesPartitionsForThisMonthAndThreeAhead() {
    keep();

    assertThat(
            stored.number(
                """
                SELECT count(*) FROM pg_class
                 WHERE relname IN ('fact_2031_05', 'fact_2031_06', 'fact_2031_07', 'fact_2031_08', 'fact_history_2031_08')
                """))
        .isEqualTo(5);
  }

  @Test
  void keepsTheLastVersionOfEachOldDayAndAllRecentOnes() {
    for (int version = 1; version <= 6; version++) {
      stored.replace(stored.some().numbered(version).with(row("a", 1, version)));
    }
    date(1, "2031-03-01T08:00:00Z");
    date(2, "2031-03-01T09:00:00Z");
    date(3, "2031-03-01T10:00:00Z");
    date(4, "2031-03-02T10:00:00Z");
    date(5, "2031-05-20T10:00:00Z");
    date(6, "2031-05-20T11:00:00Z");

    keep();

    assertThat(stored.number("SELECT count(*) FROM fact_history")).isEqualTo(3);
    assertThat(stored.number("SELECT sum(spend_micros)::bigint FROM fact_history"))
        .isEqualTo(3 + 4 + 5);
    assertThat(stored.number("SELECT spend_micros FROM fact")).isEqualTo(6);
  }

  private void keep() {
    keeper.keep().block(Duration.ofSeconds(30));
  }

  private void date(long version, String committedAt) {
    StoredSlices.awaited(
        MIGRATED
            .database()
            .inOrganization(stored.organization())
            .update(
                "UPDATE data_version SET committed_at = $3 WHERE organization_id = $1 AND version ="
                    + " $2",
                List.of(stored.organization().value(), version, Instant.parse(committedAt))));
  }
}
