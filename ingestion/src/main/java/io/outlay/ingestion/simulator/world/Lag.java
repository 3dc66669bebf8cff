package io.outlay.ingestion.simulator.world;

/** How much of a day's conversions has been credited, in ten-thousandths. */
final class Lag {

  /** All of them. */
  static final int ALL = 10_000;

  private static final int[] AGE_DAYS = {0, 1, 2, 3, 5, 7, 10, 14, 21, 28};
  private static final int[] CREDITED = {
    6_200, 7_600, 8_300, 8_700, 9_100, 9_400, 9_600, 9_780, 9_920, ALL
  };

  /** How much of a day's traffic has come by each full hour of it. */
  private static final int[] BY_HOUR = {
    0, 310, 530, 680, 790, 880, 980, 1_120, 1_320, 1_600, 1_950, 2_340, 2_770, 3_220, 3_660, 4_100,
    4_550, 5_020, 5_530, 6_100, 6_760, 7_500, 8_290, 9_120, ALL
  };

  private Lag() {}

  /** Credited part of a day that ended {@code hours} ago in an account of {@code platform}. */
  static int credited(AdPlatform platform, long hours) {
    // Google and Apple settle within 30 days where Meta takes 28: the same curve, drawn wider.
    long minutes = platform == AdPlatform.META ? hours * 60 : hours * 56;
    for (int i = 1; i < AGE_DAYS.length; i++) {
      long until = AGE_DAYS[i] * 1_440L;
      if (minutes < until) {
        long since = AGE_DAYS[i - 1] * 1_440L;
        int step = CREDITED[i] - CREDITED[i - 1];
        return (int) (CREDITED[i - 1] + step * (minutes - since) / (until - since));
      }
    }
    return ALL;
  }

  /** Part of today's traffic that has come when {@code hours} full hours are over. */
  static int untilHour(int hours) {
    return BY_HOUR[hours];
  }
}
