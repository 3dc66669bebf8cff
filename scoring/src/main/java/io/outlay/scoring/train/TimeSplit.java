package io.outlay.scoring.train;

import java.util.stream.IntStream;

/**
 * Rows in the order of their times, parted so that nothing is judged by what came before it: trees
 * learn from the oldest, their number comes from what followed, calibration from what followed
 * that, and the newest only tell how good all of it is.
 *
 * @param training rows the search for the number of trees learns from
 * @param stopping rows that tell when more trees do no good
 * @param calibration rows no tree has learned from
 * @param evaluation the newest rows, used for nothing else
 */
@SuppressWarnings("ArrayRecordComponent") // row numbers, never compared
public record TimeSplit(int[] training, int[] stopping, int[] calibration, int[] evaluation) {

  private static final double TRAINED = 0.6;
  private static final double STOPPED = 0.7;
  private static final double CALIBRATED = 0.85;

  /** Parts a number of rows: 60, 10, 15 and 15 of a hundred. */
  public static TimeSplit of(int rows) {
    int trained = (int) (rows * TRAINED);
    int stopped = (int) (rows * STOPPED);
    int calibrated = (int) (rows * CALIBRATED);
    return new TimeSplit(
        range(0, trained),
        range(trained, stopped),
        range(stopped, calibrated),
        range(calibrated, rows));
  }

  /** Rows that the trees as they serve have learned from. */
  public int[] learned() {
    return IntStream.concat(IntStream.of(training), IntStream.of(stopping)).toArray();
  }

  /**
   * The newest rows, which no tree has learned from: the users as they were when the model was
   * made. What comes later is compared with these, for older rows are of a younger company.
   */
  public int[] latest() {
    return IntStream.concat(IntStream.of(calibration), IntStream.of(evaluation)).toArray();
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }
}
