package io.outlay.ingestion.simulator.user;

/** Countries and platforms, and how much more or less is bought there. */
final class Market {

  private static final String[] COUNTRIES = {"KR", "US", "JP", "DE", "BR"};
  private static final double[] COUNTRY_SHARES = {0.40, 0.20, 0.15, 0.10, 0.15};
  private static final double[] COUNTRY_BUYS = {1.2, 1.3, 1.4, 1.0, 0.5};
  private static final String[] PLATFORMS = {"ANDROID", "IOS", "WEB"};
  private static final double[] PLATFORM_SHARES = {0.55, 0.35, 0.10};
  private static final double[] PLATFORM_BUYS = {0.9, 1.5, 0.6};

  private Market() {}

  static int country(double place) {
    return at(COUNTRY_SHARES, place);
  }

  static int platform(double place) {
    return at(PLATFORM_SHARES, place);
  }

  static String countryName(int country) {
    return COUNTRIES[country];
  }

  static String platformName(int platform) {
    return PLATFORMS[platform];
  }

  /** How many times as much is bought. */
  static double buys(int country, int platform) {
    return COUNTRY_BUYS[country] * PLATFORM_BUYS[platform];
  }

  /** The place in a list of shares that a number from 0 to 1 falls on. */
  static int at(double[] shares, double place) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i];
      if (place < sum) {
        return i;
      }
    }
    return shares.length - 1;
  }
}
