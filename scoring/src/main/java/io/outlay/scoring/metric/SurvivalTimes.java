package io.outlay.scoring.metric;

/**
 * What was observed of each row: an event at a time, or nothing up to a time (censored).
 *
 * @param times when observation ended, 0 or more, in any one unit
 * @param events whether it ended with the event
 */
@SuppressWarnings("ArrayRecordComponent") // a pair of columns, read only
public record SurvivalTimes(double[] times, boolean[] events) {

  /** Number of rows. */
  public int size() {
    return times.length;
  }

  /** The named rows, in the order named. */
  public SurvivalTimes select(int[] rows) {
    double[] someTimes = new double[rows.length];
    boolean[] someEvents = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      someTimes[i] = times[rows[i]];
      someEvents[i] = events[rows[i]];
    }
    return new SurvivalTimes(someTimes, someEvents);
  }
}
