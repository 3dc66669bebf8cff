package io.outlay.scoring.anomaly;

/** Mean path length of an unsuccessful search in a binary search tree (Liu 2008, equation 1). */
final class PathLength {

  private static final double EULER = 0.5772156649015329;

  private PathLength() {}

  /** Expected length among a number of rows, 1 or more; 0 for one row. */
  static double expected(int rows) {
    if (rows <= 2) {
      return rows - 1;
    }
    double harmonic = Math.log(rows - 1) + EULER;
    return 2 * harmonic - 2.0 * (rows - 1) / rows;
  }
}
