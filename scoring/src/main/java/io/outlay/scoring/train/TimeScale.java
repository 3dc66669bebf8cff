package io.outlay.scoring.train;

import io.outlay.scoring.metric.SurvivalTimes;
import java.util.Arrays;

/**
 * Times as multiples of their median, so that the same defaults fit days and years.
 *
 * @param unit the median time of the training rows, above 0
 * @param floor what a time of 0 counts as: half of the least time above 0, in the file's unit;
 *     accelerated failure time takes logarithms
 */
public record TimeScale(double unit, double floor) {

  static TimeScale of(SurvivalTimes observed) {
    double[] positive = Arrays.stream(observed.times()).filter(t -> t > 0).sorted().toArray();
    return positive.length == 0
        ? new TimeScale(1, 0.5)
        : new TimeScale(positive[positive.length / 2], positive[0] / 2);
  }

  /** A time in units of the scale, above 0. */
  double scaled(double time) {
    return Math.max(time, floor) / unit;
  }
}
