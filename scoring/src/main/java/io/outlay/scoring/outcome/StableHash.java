package io.outlay.scoring.outcome;

import io.outlay.domain.risk.RiskKind;

/** Numbers that look random and are always the same for the same user, kind and occasion. */
final class StableHash {

  private StableHash() {}

  static long of(RiskKind kind, long userId, long occasion) {
    return mix(mix(mix(kind.ordinal() + 1) ^ userId) ^ occasion);
  }

  /** The same, from 0 up to but not including 1. */
  static double fraction(RiskKind kind, long userId, long occasion) {
    return (of(kind, userId, occasion) >>> 11) * 0x1.0p-53;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mix(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
