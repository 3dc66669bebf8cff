package io.outlay.domain.risk;

import java.util.List;

/**
 * How far one value has moved from where it was.
 *
 * @param feature name of the feature; empty for the probability itself
 * @param index population stability index, 0 or more
 * @param limit above which chance does not explain it, at least 0.1
 * @param missingThen share of the reference rows without a value, from 0 to 1
 * @param missingNow the same of the period
 * @param sharesThen of the reference in each bin between its deciles, at last those without a value
 * @param sharesNow the same of the period
 */
public record FeatureDrift(
    String feature,
    double index,
    double limit,
    double missingThen,
    double missingNow,
    List<Double> sharesThen,
    List<Double> sharesNow) {

  /** Name under which the probability itself is told. */
  public static final String PROBABILITY = "";

  /** Copies the lists. */
  public FeatureDrift {
    sharesThen = List.copyOf(sharesThen);
    sharesNow = List.copyOf(sharesNow);
  }

  /** Whether it moved farther than chance explains. */
  public boolean isFlagged() {
    return index > limit;
  }
}
