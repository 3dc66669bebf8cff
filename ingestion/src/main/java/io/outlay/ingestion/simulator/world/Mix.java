package io.outlay.ingestion.simulator.world;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Turns the name of a thing into a number that looks thrown but is always the same. */
public final class Mix {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Mix() {}

  /** A number made of all of {@code keys}, in their order. */
  public static long of(long... keys) {
    long mixed = GOLDEN;
    for (long key : keys) {
      mixed = scramble(mixed + GOLDEN + key);
    }
    return mixed;
  }

  /** A number made of a seed and a text. */
  public static long of(long seed, String text) {
    long mixed = scramble(seed + GOLDEN);
    for (byte letter : text.getBytes(StandardCharsets.UTF_8)) {
      mixed = scramble(mixed + letter);
    }
    return mixed;
  }

  /** A number from 0 to {@code bound - 1}, made of {@code keys}. */
  public static int below(int bound, long... keys) {
    return (int) Long.remainderUnsigned(of(keys), bound);
  }

  static SplittableRandom dice(long... keys) {
    return new SplittableRandom(of(keys));
  }

  // The finalizer of SplitMix64 (Steele, Lea and Flood 2014): every bit in moves every bit out.
  private static long scramble(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
