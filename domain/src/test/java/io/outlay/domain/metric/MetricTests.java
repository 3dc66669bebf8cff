package io.outlay.domain.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricTests {

  private static final Part SPEND_WITH_CLICKS = Part.of(BaseMetric.SPEND, BaseMetric.CLICKS);
  private static final Part CLICKS_WITH_SPEND = Part.of(BaseMetric.CLICKS, BaseMetric.SPEND);

  @Test
  void dividesSumsOfRowsThatHaveBothSides() {
    assertThat(evaluate(Metric.CPC, SPEND_WITH_CLICKS, "40460.059972", CLICKS_WITH_SPEND, "26266"))
        .isEqualTo(MetricValue.of(new BigDecimal("1.540396709510")));
  }

  @Test
  void countsCpmPerThousand() {
    assertThat(
            evaluate(
                Metric.CPM,
                Part.of(BaseMetric.SPEND, BaseMetric.IMPRESSIONS),
                "2.5",
                Part.of(BaseMetric.IMPRESSIONS, BaseMetric.SPEND),
                "1000"))
        .isEqualTo(MetricValue.of(new BigDecimal("2.500000000000")));
  }

  @Test
  void tellsACountWholeAndDividesItsExactSum() {
    Part installs = Part.of(BaseMetric.INSTALLS);
    assertThat(
            Metric.INSTALLS.evaluate(Map.of(installs, MetricValue.of(new BigDecimal("2.5")))::get))
        .isEqualTo(MetricValue.of(3));
    assertThat(
            evaluate(
                Metric.CPI,
                Part.of(BaseMetric.SPEND, BaseMetric.INSTALLS),
                "5",
                Part.of(BaseMetric.INSTALLS, BaseMetric.SPEND),
                "2.5"))
        .isEqualTo(MetricValue.of(new BigDecimal("2.000000000000")));
  }

  @Test
  void takesCostFromKeptValueForRoi() {
    Formula.Profit roi = (Formula.Profit) Metric.ROI.formula();
    MetricValue value = evaluate(Metric.ROI, roi.value(), "73200", roi.cost(), "40460.059972");
    assertThat(((MetricValue.Known) value).number())
        .isEqualByComparingTo(
            new BigDecimal("73200")
                .subtract(new BigDecimal("40460.059972"))
                .divide(new BigDecimal("40460.059972"), MathContext.DECIMAL128));
  }

  @Test
  void hasNoRatioOverAZeroOrNegativeDivisor() {
    for (String clicks : new String[] {"0", "-3"}) {
      assertThat(evaluate(Metric.CPC, SPEND_WITH_CLICKS, "12", CLICKS_WITH_SPEND, clicks))
          .isEqualTo(MetricValue.missing(MissingReason.ZERO_DENOMINATOR));
    }
  }

  @Test
  void isZeroWhereOnlyTheNumeratorIsZero() {
    MetricValue value = evaluate(Metric.CPC, SPEND_WITH_CLICKS, "0", CLICKS_WITH_SPEND, "4");
    assertThat(((MetricValue.Known) value).number()).isZero();
  }

  @Test
  void passesOnWhyASumIsMissing() {
    MetricValue value =
        Metric.CPC.evaluate(
            part ->
                part.isMoney()
                    ? MetricValue.missing(MissingReason.NO_EXCHANGE_RATE)
                    : MetricValue.of(1));
    assertThat(value).isEqualTo(MetricValue.missing(MissingReason.NO_EXCHANGE_RATE));
  }

  @Test
  void knowsWhatMayBeAdded() {
    assertThat(Metric.COST.additivity()).isEqualTo(Additivity.ADDITIVE);
    assertThat(Metric.SPEND_WITH_VALUE.additivity()).isEqualTo(Additivity.ADDITIVE);
    assertThat(Metric.ROAS.additivity()).isEqualTo(Additivity.RATIO);
  }

  private static MetricValue evaluate(
      Metric metric, Part first, String firstSum, Part second, String secondSum) {
    Map<Part, MetricValue> sums =
        Map.of(
            first, MetricValue.of(new BigDecimal(firstSum)),
            second, MetricValue.of(new BigDecimal(secondSum)));
    return metric.evaluate(
        part -> sums.getOrDefault(part, MetricValue.missing(MissingReason.NOT_REPORTED)));
  }
}
