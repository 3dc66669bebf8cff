package io.outlay.api.performance;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.performance.ComparedMetrics;
import io.outlay.domain.performance.PerformanceMetrics;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/**
 * Serves the fields of {@code PerformanceMetrics} and {@code PerformanceChange} straight from the
 * domain's figures. A dashboard has more than a thousand of them.
 */
@Component
class MetricFields implements RuntimeWiringConfigurer {

  @Override
  public void configure(RuntimeWiring.Builder wiring) {
    wiring
        .type("PerformanceMetrics", MetricFields::metrics)
        .type("PerformanceChange", MetricFields::changes)
        .type(
            "PerformanceComparison",
            fields ->
                fields.dataFetcher(
                    "change", new LightField<>(ComparedMetrics.class, MetricChanges::of)));
  }

  private static TypeRuntimeWiring.Builder metrics(TypeRuntimeWiring.Builder fields) {
    for (Metric metric : Metric.values()) {
      fields.dataFetcher(
          metric.fieldName(),
          new LightField<>(PerformanceMetrics.class, metrics -> value(metrics, metric)));
    }
    return fields.dataFetcher(
        "missing", new LightField<>(PerformanceMetrics.class, MetricFields::missing));
  }

  private static TypeRuntimeWiring.Builder changes(TypeRuntimeWiring.Builder fields) {
    for (Metric metric : Metric.values()) {
      fields.dataFetcher(
          metric.fieldName(), new LightField<>(MetricChanges.class, changes -> changes.of(metric)));
    }
    return fields;
  }

  private static @Nullable Object value(PerformanceMetrics metrics, Metric metric) {
    return switch (metric.unit()) {
      case COUNT -> metrics.count(metric);
      case MONEY -> metrics.money(metric);
      case FRACTION -> metrics.fraction(metric);
      case DECIMAL -> shortest(metrics.number(metric));
    };
  }

  /** Without zeros that say nothing, and without an exponent. */
  static @Nullable BigDecimal shortest(@Nullable BigDecimal number) {
    if (number == null) {
      return null;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static List<MissingMetric> missing(PerformanceMetrics metrics) {
    return metrics.missing().entrySet().stream()
        .map(entry -> new MissingMetric(entry.getKey(), entry.getValue()))
        .toList();
  }
}
