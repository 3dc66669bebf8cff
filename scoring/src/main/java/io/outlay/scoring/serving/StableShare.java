package io.outlay.scoring.serving;

/** Puts users into groups by chance that is always the same for the same user and purpose. */
public final class StableShare {

  private static final double UNIT = 0x1.0p-53;

  private StableShare() {}

  /**
   * Whether a user belongs to the share.
   *
   * @param purpose what the share is for, such as an experiment: other purposes draw anew
   * @param share from 0 to 1
   */
  public static boolean includes(long userId, long purpose, double share) {
    return place(userId, purpose) < share;
  }

  /** A number from 0 up to 1, uniform over users (finalizer of SplitMix64, Steele et al. 2014). */
  static double place(long userId, long purpose) {
    return (mix(userId ^ mix(purpose + 0x9E3779B97F4A7C15L)) >>> 11) * UNIT;
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
