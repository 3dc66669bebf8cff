package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.api.whole.SpendTable.Sums;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Metrics of an answer beside the test's own sums. */
final class Figures {

  static final String FIELDS =
      " impressions clicks spend { amount } conversions conversionValue { amount } ";

  private Figures() {}

  static void assertEqual(JsonNode metrics, Sums expected) {
    assertThat(read(metrics)).isEqualTo(expected);
  }

  static Sums read(JsonNode metrics) {
    return new Sums(
        metrics.at("/impressions").asLong(),
        metrics.at("/clicks").asLong(),
        decimal(metrics.at("/spend/amount")).setScale(2),
        decimal(metrics.at("/conversions")).longValueExact(),
        decimal(metrics.at("/conversionValue/amount")).setScale(2));
  }

  static BigDecimal decimal(JsonNode text) {
    return new BigDecimal(text.asString());
  }
}
