package io.outlay.domain.metric;

import org.jspecify.annotations.Nullable;

/**
 * A sum that metrics are made of: a base metric over the rows that report it and, where named, a
 * second one too. So both sides of a ratio come from the same rows.
 *
 * @param metric what is summed
 * @param weight what each row's number is multiplied with first
 * @param beside metric that a row must report as well; null where nothing else is asked of it
 */
public record Part(BaseMetric metric, Weight weight, @Nullable BaseMetric beside) {

  /** The plain sum of a base metric. */
  public static Part of(BaseMetric metric) {
    return new Part(metric, Weight.NONE, null);
  }

  /** The sum over rows that report {@code beside} as well. */
  public static Part of(BaseMetric metric, BaseMetric beside) {
    return new Part(metric, Weight.NONE, beside);
  }

  /** Whether the sum is an amount of money, so that it needs exchange rates. */
  public boolean isMoney() {
    return metric.storage() == BaseMetric.Storage.MONEY;
  }

  /** Whether the sum needs the assumptions of the account's day. */
  public boolean isWeighted() {
    return weight != Weight.NONE;
  }
}
