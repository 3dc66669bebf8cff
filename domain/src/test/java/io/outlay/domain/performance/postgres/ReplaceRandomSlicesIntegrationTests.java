package io.outlay.domain.performance.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.test.MigratedDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random slices, repeated, late, changed and emptied, against a ledger kept beside them. */
class ReplaceRandomSlicesIntegrationTests {

  private static final int TRANSACTIONS = 40;
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();

  private final StoredSlices stored = new StoredSlices(MIGRATED);
  private final Map<LocalDate, Slice> ledger = new HashMap<>();
  private final Map<Long, Long> spendByVersion = new LinkedHashMap<>();

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_260_314, 77})
  void totalsEqualTheLedgerNowAndAsOfEachVersion(long seed) {
    Random random = new Random(seed);
    List<Slice> sent = new ArrayList<>();
    for (int i = 0; i < TRANSACTIONS; i++) {
      Slice[] batch = new Slice[1 + random.nextInt(4)];
      for (int j = 0; j < batch.length; j++) {
        boolean repeated = !sent.isEmpty() && random.nextInt(4) == 0;
        batch[j] = repeated ? sent.get(random.nextInt(sent.size())) : slice(random, i);
        sent.add(batch[j]);
        enter(batch[j]);
      }
      stored.replace(batch);
      spendByVersion.put(stored.version(), ledgerSpend());
      assertThat(stored.number("SELECT sum(spend_micros)::bigint FROM fact"))
          .as("spend after transaction %d of seed %d", i, seed)
          .isEqualTo(ledgerSpend());
    }

    assertThat(stored.number(RollupRecount.wrongCampaignDays())).isZero();
    assertThat(stored.number(RollupRecount.wrongAccountDays())).isZero();
    spendByVersion.forEach(
        (version, spend) ->
            assertThat(spendAsOf(version)).as("as of %d", version).isEqualTo(spend));
  }

  private Slice slice(Random random, int step) {
    List<FactRow> rows = new ArrayList<>();
    for (int campaign = 0; campaign < 5; campaign++) {
      if (random.nextInt(5) > 0) {
        rows.add(SomeSlices.row("c" + campaign, "Campaign " + campaign, metrics(random)));
      }
    }
    boolean late = random.nextInt(5) == 0;
    long sequence = late ? 1 + random.nextInt(1_000) : 1_000L * (step + 1) + random.nextInt(900);
    return stored
        .some()
        .on(SomeSlices.DAY.plusDays(random.nextInt(4) * 20L))
        .numbered(sequence)
        .with(random.nextInt(8) == 0 ? List.of() : rows);
  }

  private static Map<BaseMetric, Long> metrics(Random random) {
    Map<BaseMetric, Long> metrics = new EnumMap<>(BaseMetric.class);
    for (BaseMetric metric : BaseMetric.values()) {
      if (random.nextInt(3) > 0) {
        metrics.put(metric, (long) random.nextInt(3));
      }
    }
    return metrics;
  }

  private void enter(Slice slice) {
    ledger.merge(
        slice.key().period().lastDay(),
        slice,
        (before, now) -> now.sequence() > before.sequence() ? now : before);
  }

  private long ledgerSpend() {
    return ledger.values().stream()
        .flatMap(slice -> slice.rows().stream())
        .mapToLong(row -> row.metrics().orZero(BaseMetric.SPEND))
        .sum();
  }

  private long spendAsOf(long version) {
    return stored.number(
        """
        SELECT sum(spend_micros)::bigint FROM (
          SELECT spend_micros FROM fact WHERE valid_from <= %1$d
          UNION ALL
          SELECT spend_micros FROM fact_history WHERE valid_from <= %1$d AND %1$d < valid_to) then_known
        """
            .formatted(version));
  }
}
