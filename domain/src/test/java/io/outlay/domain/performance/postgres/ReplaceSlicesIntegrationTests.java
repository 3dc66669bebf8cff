package io.outlay.domain.performance.postgres;

import static io.outlay.domain.performance.postgres.SomeSlices.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.performance.Replaced;
import io.outlay.domain.test.MigratedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReplaceSlicesIntegrationTests {

  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();

  private final StoredSlices stored = new StoredSlices(MIGRATED);

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void storesANewSliceAsFactsAndRollups() {
    Replaced replaced = stored.replace(stored.some().with(row("a", 3, 1_500_000), row("b", 4, 1)));

    assertThat(replaced.changed()).isEqualTo(1);
    assertThat(replaced.versions()).hasSize(1);
    assertThat(spend("fact")).isEqualTo(1_500_001);
    assertThat(spend("rollup_account_day")).isEqualTo(1_500_001);
    assertThat(spend("rollup_campaign_day")).isEqualTo(1_500_001);
    assertThat(stored.number("SELECT count(*) FROM rollup_campaign_day")).isEqualTo(2);
  }

  @Test
  void replacesChangedAndGoneRowsAndKeepsThemInHistory() {
    stored.replace(stored.some().with(row("a", 3, 10), row("b", 4, 20), row("c", 5, 30)));

    stored.replace(stored.some().numbered(2).with(row("a", 3, 10), row("b", 4, 21)));

    assertThat(spend("fact")).isEqualTo(31);
    assertThat(spend("fact_history")).isEqualTo(50);
    assertThat(spend("rollup_campaign_day")).isEqualTo(31);
    assertThat(spend("rollup_account_day")).isEqualTo(31);
  }

  private long spend(String table) {
    return stored.number("SELECT sum(spend_micros)::bigint FROM " + table);
  }
}
