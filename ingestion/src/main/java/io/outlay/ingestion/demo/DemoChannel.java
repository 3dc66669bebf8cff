package io.outlay.ingestion.demo;

import java.util.List;

/**
 * How a channel behaves. Amounts are in hundredths of a US dollar; its bills are in won, converted
 * at a fixed 1,350.
 *
 * @param key key of the channel
 * @param name shown name
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
    List<String> adGroups,
    List<String> devices,
    long dailySpendCents,
    long clickCents,
    long impressionsPerClick,
    int installPermille,
    int valuePermille,
    String onlyCountry) {

  /** Of the tour's file. */
  static final DemoChannel GOOGLE_ADS =
      new DemoChannel(
          "GOOGLE_ADS",
          "Google Ads",
          List.of("App install", "Search brand"),
          List.of("MOBILE", "TABLET"),
          5_200,
          48,
          60,
          130,
          950,
          "");

  /** A channel no connector is made for: its figures come by file only. */
  static final DemoChannel NAVER =
      new DemoChannel(
          "NAVER",
          "Naver",
          List.of("Brand search", "Shopping"),
          List.of("MOBILE", "DESKTOP"),
          2_400,
          35,
          40,
          90,
          900,
          "KR");

  boolean serves(String country) {
    return onlyCountry.isEmpty() || onlyCountry.equals(country);
  }
}
