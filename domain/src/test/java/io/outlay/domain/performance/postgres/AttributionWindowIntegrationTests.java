package io.outlay.domain.performance.postgres;

import static io.outlay.domain.performance.postgres.SomeSlices.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.performance.SliceKey;
import io.outlay.domain.performance.TextSlice;
import io.outlay.domain.performance.View;
import io.outlay.domain.test.MigratedDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AttributionWindowIntegrationTests {

  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();

  private final StoredSlices stored = new StoredSlices(MIGRATED);

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void keepsEachWindowBesideWhatWasDelivered() {
    stored.replace(
        stored.some().with(row("a", 3, 10)),
        byWindow(stored.some().numbered(2).with(credited("1d_click", 2), credited("7d_click", 5))));

    assertThat(ofWindow("1d_click")).isEqualTo(2);
    assertThat(ofWindow("7d_click")).isEqualTo(5);
    assertThat(stored.number("SELECT sum(spend_micros)::bigint FROM fact WHERE segment_id = 0"))
        .isEqualTo(10);
  }

  @Test
  void replacesOneWindowsFigureOnly() {
    stored.replace(byWindow(stored.some().with(credited("1d_click", 2), credited("7d_click", 5))));

    stored.replace(
        byWindow(stored.some().numbered(2).with(credited("1d_click", 3), credited("7d_click", 5))));

    assertThat(ofWindow("1d_click")).isEqualTo(3);
    assertThat(ofWindow("7d_click")).isEqualTo(5);
    assertThat(stored.number("SELECT count(*) FROM fact_history")).isEqualTo(1);
  }

  @Test
  void refusesAWindowInAnotherViewAndARowWithoutOneInItsOwn() {
    assertThatThrownBy(() -> TextSlice.of(stored.some().with(credited("1d_click", 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1d_click")
        .hasMessageContaining("DELIVERY");
    assertThatThrownBy(() -> TextSlice.of(byWindow(stored.some().with(row("a", 1, 1)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ATTRIBUTION_WINDOW");
  }

  private long ofWindow(String window) {
    return stored.number(
        "SELECT sum(f.conversions_micros)::bigint FROM fact f JOIN segment g USING"
            + " (organization_id, segment_id) WHERE g.attribution_window = '"
            + window
            + "'");
  }

  private static FactRow credited(String window, long conversions) {
    return new FactRow(
        "a",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        window,
        "USD",
        MetricValues.of(Map.of(BaseMetric.CONVERSIONS, conversions)));
  }

  private static Slice byWindow(Slice slice) {
    SliceKey key = slice.key();
    return new Slice(
        new SliceKey(
            key.account(), key.measurer(), View.ATTRIBUTION_WINDOW, key.source(), key.period()),
        slice.account(),
        slice.level(),
        slice.sequence(),
        slice.fetchedAt(),
        slice.replacement(),
        slice.takesOver(),
        slice.rawInputId(),
        slice.jobId(),
        slice.dictionaryVersion(),
        slice.isEstimated(),
        slice.provisionalUntil(),
        List.copyOf(slice.rows()));
  }
}
