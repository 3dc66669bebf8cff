package io.outlay.ingestion.simulator.world;

/**
 * How a platform's ads do, before chance.
 *
 * @param cpmCents price of a thousand impressions in US cents
 * @param clickPermyriad clicks from ten thousand impressions
 * @param allClicksPercent clicks of any sort against those that lead somewhere
 * @param videoPermille views of a video from a thousand impressions
 * @param installPermyriad installs from ten thousand clicks
 * @param buyerPermyriad purchases from ten thousand installs
 * @param webBuyerPermyriad web shop purchases from ten thousand clicks
 * @param fractional whether conversions come in hundredths
 */
record Market(
    int cpmCents,
    int clickPermyriad,
    int allClicksPercent,
    int videoPermille,
    int installPermyriad,
    int buyerPermyriad,
    int webBuyerPermyriad,
    boolean fractional) {

  private static final Market META = new Market(850, 125, 136, 310, 1_150, 620, 240, false);
  private static final Market GOOGLE = new Market(620, 290, 104, 120, 980, 540, 310, true);
  private static final Market APPLE = new Market(5_200, 690, 100, 0, 5_100, 0, 0, false);

  static Market of(AdPlatform platform) {
    return switch (platform) {
      case META -> META;
      case GOOGLE_ADS -> GOOGLE;
      case APPLE_ADS -> APPLE;
    };
  }
}
