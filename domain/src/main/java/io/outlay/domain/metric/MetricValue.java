package io.outlay.domain.metric;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/** A metric's number, or the reason why there is none. */
public sealed interface MetricValue {

  /** A number in the metric's unit; money in major units. Exact unless it is a quotient. */
  record Known(BigDecimal number) implements MetricValue {}

  /** No number. */
  record Missing(MissingReason reason) implements MetricValue {}

  /** A number. */
  static MetricValue of(BigDecimal number) {
    return new Known(number);
  }

  /** A whole number. */
  static MetricValue of(long number) {
    return new Known(BigDecimal.valueOf(number));
  }

  /** No number, and why. */
  static MetricValue missing(MissingReason reason) {
    return new Missing(reason);
  }

  /** The number changed, or the same reason as before. */
  default MetricValue map(UnaryOperator<BigDecimal> change) {
    return switch (this) {
      case Known(BigDecimal number) -> of(change.apply(number));
      case Missing missing -> missing;
    };
  }
}
