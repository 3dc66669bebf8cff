package io.outlay.ingestion.simulator.googleads;

import java.util.List;

/**
 * A query in Google's language.
 *
 * @param select wanted fields
 * @param from what a row is about
 * @param where conditions, all of which must hold
 * @param orders fields to sort by, {@code -} before one that falls
 * @param limit most rows, 0 for no limit
 * @param namesOmitted whether resource names nobody asked for stay out
 */
record GaqlQuery(
    List<String> select,
    String from,
    List<GaqlCondition> where,
    List<String> orders,
    int limit,
    boolean namesOmitted) {

  GaqlQuery {
    select = List.copyOf(select);
    where = List.copyOf(where);
    orders = List.copyOf(orders);
  }

  boolean hasSegment() {
    return select.stream().anyMatch(field -> field.startsWith("segments."));
  }

  boolean hasMetric() {
    return select.stream().anyMatch(field -> field.startsWith("metrics."));
  }

  boolean selects(String field) {
    return select.contains(field);
  }
}
