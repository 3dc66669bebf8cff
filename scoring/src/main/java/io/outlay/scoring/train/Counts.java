package io.outlay.scoring.train;

/** Counting flags. */
final class Counts {

  private Counts() {}

  static int ofTrue(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
