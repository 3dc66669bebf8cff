package io.outlay.ingestion.spendimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.Period;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A real campaign export, mapped by hand, against totals counted elsewhere. */
class KagFileTests {

  private static final SpendFileSettings SETTINGS =
      SpendFileSettings.recognised("kag", "USD")
          .withRange(new Period(LocalDate.of(2021, 8, 17), LocalDate.of(2021, 8, 30)))
          .withColumns(
              Map.ofEntries(
                  Map.entry(SpendField.CAMPAIGN_ID, "xyz_campaign_id"),
                  Map.entry(SpendField.AD_GROUP_ID, "fb_campaign_id"),
                  Map.entry(SpendField.AD_ID, "ad_id"),
                  Map.entry(SpendField.AGE_RANGE, "age"),
                  Map.entry(SpendField.GENDER, "gender"),
                  Map.entry(SpendField.IMPRESSIONS, "Impressions"),
                  Map.entry(SpendField.CLICKS, "Clicks"),
                  Map.entry(SpendField.SPEND, "Spent"),
                  Map.entry(SpendField.CONVERSIONS, "Approved_Conversion"),
                  Map.entry(SpendField.CONVERSIONS_ALL, "Total_Conversion")));

  @Test
  void totalsAreExact() {
    SpendFiles.Outcome outcome =
        SpendFiles.check(
            SharedSamples.file("ad-apis/samples/meta/KAG_conversion_data_dev.csv"), SETTINGS);

    assertThat(outcome.report().problems()).isEmpty();
    assertThat(outcome.report().lines()).isEqualTo(762);
    assertThat(outcome.report().level()).isEqualTo(Level.AD);
    assertThat(outcome.slices()).hasSize(1);
    assertThat(outcome.sum("USD", BaseMetric.IMPRESSIONS)).isEqualTo(147_552_733);
    assertThat(outcome.sum("USD", BaseMetric.CLICKS)).isEqualTo(26_266);
    assertThat(outcome.sum("USD", BaseMetric.SPEND)).isEqualTo(40_460_059_972L);
    assertThat(outcome.sum("USD", BaseMetric.CONVERSIONS)).isEqualTo(732_000_000);
    assertThat(outcome.sum("USD", BaseMetric.CONVERSIONS_ALL)).isEqualTo(2_204_000_000L);
    assertThat(outcome.sums("USD").isReported(BaseMetric.CONVERSION_VALUE)).isFalse();
    assertThat(outcome.sliceSum(BaseMetric.SPEND)).isEqualTo(40_460_059_972L);
    assertThat(outcome.report().roundedAmounts()).isPositive();
  }

  @Test
  void assumedValueFollowsConversions() {
    SpendFiles.Outcome outcome =
        SpendFiles.check(
            SharedSamples.file("ad-apis/samples/meta/KAG_conversion_data_dev.csv"),
            SETTINGS.withValuePerConversion(new ValuePerConversion(100_000_000, "USD")));

    assertThat(outcome.sum("USD", BaseMetric.CONVERSION_VALUE)).isEqualTo(73_200_000_000L);
  }
}
