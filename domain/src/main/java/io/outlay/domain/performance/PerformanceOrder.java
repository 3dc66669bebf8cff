package io.outlay.domain.performance;

import io.outlay.domain.metric.Metric;

/**
 * Order of a report's rows. Nulls are last; rows that are equal in it are ordered by their keys.
 */
public sealed interface PerformanceOrder {

  /** Whether the greatest comes first. */
  boolean descending();

  /** By a metric's number. */
  record ByMetric(Metric metric, boolean descending) implements PerformanceOrder {}

  /**
   * By what a row is grouped by: names of campaigns and accounts, keys of channels, texts of
   * others.
   */
  record ByDimension(Dimension dimension, boolean descending) implements PerformanceOrder {}

  /** By time. */
  record ByPeriod(boolean descending) implements PerformanceOrder {}
}
