package io.outlay.scoring.serving;

/** Tells whether two scores came from the same values. */
final class FeaturesHash {

  private static final long PRIME = 0x100000001B3L;
  private static final long OFFSET = 0xCBF29CE484222325L;

  private FeaturesHash() {}

  /** FNV-1a over the bits of the values, four bytes at a time; every NaN is the same. */
  static long of(float[] values) {
    long hash = OFFSET;
    for (float value : values) {
      hash = (hash ^ Float.floatToIntBits(value)) * PRIME;
    }
    return hash;
  }
}
