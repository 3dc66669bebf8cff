package io.outlay.domain.performance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.TextSlice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CampaignSumsTests {

  private final SomeSlices some = SomeSlices.of(new OrganizationId(7));

  @Test
  void campaignsWithDifferentMetricsReportedAreSummedApart() {
    assertThat(
            sums(
                SomeSlices.row("c1", "One", Map.of(BaseMetric.CLICKS, 7L)),
                SomeSlices.row("c2", 1, -5_000_000)))
        .containsExactly(
            "0\t0\tUSD\t2\t\\N\t7" + "\t\\N".repeat(11),
            "0\t1\tUSD\t6\t\\N\t1\t-5000000" + "\t\\N".repeat(10));
  }

  @Test
  void rowsOfACampaignAreSummed() {
    assertThat(sums(withAd("a1", 2, 3), withAd("a2", 40, 500)))
        .containsExactly("0\t0\tUSD\t6\t\\N\t42\t503" + "\t\\N".repeat(10));
  }

  @Test
  void aSumBeyond64BitsIsRefused() {
    assertThatThrownBy(() -> sums(withAd("a1", 1, Long.MAX_VALUE), withAd("a2", 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 bits");
  }

  @Test
  void theSmallestAndTheLargestNumberAreRead() {
    assertThat(sums(SomeSlices.row("c1", Long.MAX_VALUE, Long.MIN_VALUE)).getFirst())
        .contains("\t" + Long.MAX_VALUE + "\t" + Long.MIN_VALUE + "\t");
  }

  private List<String> sums(FactRow... rows) {
    ByteBuf text = StagedText.of(List.of(TextSlice.of(some.with(rows)))).sums().text().getFirst();
    return text.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static FactRow withAd(String ad, long clicks, long spend) {
    FactRow row = SomeSlices.row("c1", clicks, spend);
    return new FactRow(
        row.campaignId(),
        row.campaignName(),
        null,
        "g",
        "g",
        ad,
        ad,
        null,
        null,
        null,
        null,
        row.currencyCode(),
        row.metrics());
  }
}
