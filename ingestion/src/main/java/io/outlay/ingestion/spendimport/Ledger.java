package io.outlay.ingestion.spendimport;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.MetricValues;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums of what was read, by currency. */
final class Ledger {

  private final Map<String, MetricValues> sums = new TreeMap<>();

  /**
   * Adds a row's figures.
   *
   * @throws ArithmeticException when a sum leaves the range of a long; the sums stay as they were
   */
  void add(String currencyCode, MetricValues values) {
    @Nullable MetricValues sum = sums.get(currencyCode);
    sums.put(currencyCode, sum == null ? values : sum.plus(values));
  }

  Map<String, Map<BaseMetric, Long>> sums() {
    Map<String, Map<BaseMetric, Long>> plain = new TreeMap<>();
    sums.forEach((currencyCode, values) -> plain.put(currencyCode, values.toMap()));
    return plain;
  }
}
