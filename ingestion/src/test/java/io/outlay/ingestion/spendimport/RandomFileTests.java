package io.outlay.ingestion.spendimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.metric.BaseMetric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, its slices add up to the generator's own ledger, to the micro. */
class RandomFileTests {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20261122, 77_777})
  void slicesAddUpToTheLedger(long seed) {
    Random random = new Random(seed);
    StringBuilder file =
        new StringBuilder(
            "Day,Customer ID,Campaign,Ad group,Device,Cost,Impr.,Clicks,Conversions\n");
    long spend = 0;
    long conversions = 0;
    long impressions = 0;
    long rounded = 0;
    Set<String> slices = new HashSet<>();
    for (int i = 0; i < 3_000; i++) {
      LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(60));
      int account = random.nextInt(5);
      BigDecimal cost = BigDecimal.valueOf(random.nextLong(1_000_000_000L), random.nextInt(10));
      BigDecimal converted = BigDecimal.valueOf(random.nextLong(10_000), random.nextInt(9));
      long shown = random.nextLong(1_000_000);
      slices.add(account + "@" + day);
      spend += micros(cost);
      conversions += micros(converted);
      impressions += shown;
      rounded += (isRounded(cost) ? 1 : 0) + (isRounded(converted) ? 1 : 0);
      file.append(day)
          .append(",a")
          .append(account)
          .append(",c")
          .append(random.nextInt(7))
          .append(",g")
          .append(random.nextInt(3))
          .append(random.nextBoolean() ? ",Mobile,$" : ",Desktop,")
          .append(cost.toPlainString())
          .append(',')
          .append(shown)
          .append(",0,")
          .append(converted.toPlainString())
          .append('\n');
    }

    SpendFiles.Outcome outcome =
        SpendFiles.check(file.toString(), SpendFileSettings.recognised("x", "USD"));

    assertThat(outcome.report().problems()).isEmpty();
    assertThat(outcome.slices()).hasSize(slices.size());
    assertThat(outcome.sliceSum(BaseMetric.SPEND)).isEqualTo(spend);
    assertThat(outcome.sliceSum(BaseMetric.CONVERSIONS)).isEqualTo(conversions);
    assertThat(outcome.sliceSum(BaseMetric.IMPRESSIONS)).isEqualTo(impressions);
    assertThat(outcome.report().roundedAmounts()).isEqualTo(rounded);
  }

  private static long micros(BigDecimal amount) {
    return amount.setScale(6, RoundingMode.HALF_UP).unscaledValue().longValueExact();
  }

  private static boolean isRounded(BigDecimal amount) {
    return amount.setScale(6, RoundingMode.HALF_UP).compareTo(amount) != 0;
  }
}
