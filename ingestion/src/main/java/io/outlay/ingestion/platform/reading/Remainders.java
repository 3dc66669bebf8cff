package io.outlay.ingestion.platform.reading;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.MetricValues;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Completes the finest rows of one period by what each parent has beyond its parts, so that every
 * level adds up to the platform's own figure of it.
 */
public final class Remainders {

  /** What no part may have more of than its whole; credits of conversions may move in between. */
  private static final Set<BaseMetric> STRICT =
      EnumSet.of(BaseMetric.IMPRESSIONS, BaseMetric.CLICKS, BaseMetric.SPEND);

  private Remainders() {}

  /**
   * The finest layer's rows, and a row of each parent for what its parts lack.
   *
   * @param layers rows of one period, finest first; each layer but the last covers the next wholly
   *     or in part
   * @throws io.outlay.ingestion.platform.PlatformFailure.Unreadable when a key occurs twice, as it
   *     does in a repeated page, or parts have more than their whole
   */
  public static List<EntityRow> complete(List<Layer> layers) {
    Layer finest = layers.getFirst();
    List<EntityRow> complete = new ArrayList<>();
    Map<EntityKey, EntityRow> parts = unique(finest.rows());
    parts.values().stream().filter(EntityRow::hasFigures).forEach(complete::add);
    for (int i = 1; i < layers.size(); i++) {
      Map<EntityKey, EntityRow> wholes = unique(layers.get(i).rows());
      complete.addAll(remainders(sums(parts, layers.get(i - 1)), wholes));
      parts = wholes;
    }
    return complete;
  }

  private static List<EntityRow> remainders(
      Map<EntityKey, EntityRow> sums, Map<EntityKey, EntityRow> wholes) {
    List<EntityRow> remainders = new ArrayList<>();
    for (EntityRow whole : wholes.values()) {
      EntityRow sum = sums.remove(whole.key());
      MetricValues rest = sum == null ? whole.metrics() : minus(whole, sum.metrics());
      if (EntityRow.hasFigures(rest)) {
        remainders.add(new EntityRow(whole.begin(), whole.key(), whole.labels(), rest));
      }
    }
    for (EntityRow orphan : sums.values()) {
      if (orphan.hasFigures()) {
        throw contradiction(orphan.key(), orphan, "nothing");
      }
    }
    return remainders;
  }

  private static Map<EntityKey, EntityRow> sums(Map<EntityKey, EntityRow> parts, Layer layer) {
    Map<EntityKey, EntityRow> sums = new HashMap<>();
    for (EntityRow part : parts.values()) {
      EntityKey parent = layer.parentOf().apply(part.key());
      sums.merge(
          parent,
          part.as(parent),
          (one, two) ->
              new EntityRow(one.begin(), parent, one.labels(), one.metrics().plus(two.metrics())));
    }
    return sums;
  }

  private static Map<EntityKey, EntityRow> unique(List<EntityRow> rows) {
    Map<EntityKey, EntityRow> byKey = new LinkedHashMap<>(rows.size() * 2);
    for (EntityRow row : rows) {
      if (byKey.put(row.key(), row) != null) {
        throw Fields.unreadable(
            "a row of " + row.begin(), row.key(), "each key once: a page was repeated");
      }
    }
    return byKey;
  }

  private static MetricValues minus(EntityRow whole, MetricValues sum) {
    Map<BaseMetric, Long> rest = new EnumMap<>(BaseMetric.class);
    for (BaseMetric metric : BaseMetric.values()) {
      if (whole.metrics().isReported(metric) || sum.isReported(metric)) {
        long left = Math.subtractExact(whole.metrics().orZero(metric), sum.orZero(metric));
        if (left < 0 && STRICT.contains(metric)) {
          throw contradiction(
              whole.key(),
              new EntityRow(whole.begin(), whole.key(), whole.labels(), sum),
              metric.fieldName() + " of " + Objects.requireNonNull(whole.metrics().get(metric)));
        }
        rest.put(metric, left);
      }
    }
    return MetricValues.of(rest);
  }

  private static RuntimeException contradiction(EntityKey key, EntityRow parts, String whole) {
    return Fields.unreadable(
        "on " + parts.begin() + " the sum of the parts of " + key,
        parts.metrics(),
        "at most what it has itself: " + whole);
  }
}
