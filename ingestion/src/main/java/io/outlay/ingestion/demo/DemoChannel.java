package io.outlay.ingestion.demo;

import java.util.List;

/**
 * How a channel behaves. Amounts are in hundredths of a US dollar; a channel billed in won has them
 * converted at a fixed 1,350.
 *
 * @param key key of the channel
 * @param name shown name
 * @param currencyCode currency of its bills
 * @param adGroups names of each campaign's ad groups
 * @param devices devices its report tells apart; empty where it tells none
 * @param dailySpendCents usual spend of an ad group and day
 * @param clickCents usual price of a click
 * @param impressionsPerClick usual number of impressions for a click
 * @param installPermille installs from a thousand clicks
 * @param valuePermille value of a purchase in thousandths of the usual
 * @param onlyCountry the one country it serves; empty where it serves all
 */
record DemoChannel(
    String key,
    String name,
    String currencyCode,
    List<String> adGroups,
    List<String> devices,
    long dailySpendCents,
    long clickCents,
    long impressionsPerClick,
    int installPermille,
    int valuePermille,
    String onlyCountry) {

  static final List<DemoChannel> ALL =
      List.of(
          new DemoChannel(
              "META",
              "Meta",
              "USD",
              List.of("Lookalike", "Broad"),
              List.of("MOBILE"),
              9_000,
              62,
              85,
              160,
              1000,
              ""),
          new DemoChannel(
              "GOOGLE_ADS",
              "Google Ads",
              "KRW",
              List.of("App install", "Search brand"),
              List.of("MOBILE", "TABLET"),
              5_200,
              48,
              60,
              130,
              950,
              ""),
          new DemoChannel(
              "APPLE_SEARCH_ADS",
              "Apple Search Ads",
              "USD",
              List.of("Brand", "Category", "Competitor"),
              List.of(),
              3_100,
              95,
              18,
              520,
              800,
              ""),
          new DemoChannel(
              "NAVER",
              "Naver",
              "KRW",
              List.of("Brand search", "Shopping"),
              List.of("MOBILE", "DESKTOP"),
              2_400,
              35,
              40,
              90,
              900,
              "KR"));

  boolean serves(String country) {
    return onlyCountry.isEmpty() || onlyCountry.equals(country);
  }

  boolean isBilledInWon() {
    return currencyCode.equals("KRW");
  }
}
