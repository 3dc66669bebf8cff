package io.outlay.domain.metric;

import io.outlay.domain.metric.MetricValue.Known;
import io.outlay.domain.metric.MetricValue.Missing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** How a metric comes from sums. Sums come first and are divided last, over any set of rows. */
public sealed interface Formula {

  /** The sum itself. */
  record Sum(Part part) implements Formula {}

  /** {@code factor x numerator / denominator}. */
  record Ratio(Part numerator, Part denominator, int factor) implements Formula {}

  /** {@code (value - cost) / cost}. */
  record Profit(Part value, Part cost) implements Formula {}

  /** The sums it needs. */
  default List<Part> parts() {
    return switch (this) {
      case Sum(Part part) -> List.of(part);
      case Ratio(Part numerator, Part denominator, int _) -> List.of(numerator, denominator);
      case Profit(Part value, Part cost) -> List.of(value, cost);
    };
  }

  /**
   * The metric over a set of rows.
   *
   * @param sums the set's sums; a quotient has 34 significant digits
   */
  default MetricValue evaluate(Function<Part, MetricValue> sums) {
    return switch (this) {
      case Sum(Part part) -> sums.apply(part);
      case Ratio(Part numerator, Part denominator, int factor) ->
          divide(
              sums.apply(numerator),
              sums.apply(denominator),
              (over, under) ->
                  over.multiply(BigDecimal.valueOf(factor)).divide(under, MathContext.DECIMAL128));
      case Profit(Part value, Part cost) ->
          divide(
              sums.apply(value),
              sums.apply(cost),
              (over, under) -> over.subtract(under).divide(under, MathContext.DECIMAL128));
    };
  }

  private static MetricValue divide(
      MetricValue over, MetricValue under, BinaryOperator<BigDecimal> quotient) {
    return switch (over) {
      case Missing missing -> missing;
      case Known(BigDecimal dividend) ->
          switch (under) {
            case Missing missing -> missing;
            case Known(BigDecimal divisor) when divisor.signum() <= 0 ->
                MetricValue.missing(MissingReason.ZERO_DENOMINATOR);
            case Known(BigDecimal divisor) -> MetricValue.of(quotient.apply(dividend, divisor));
          };
    };
  }
}
