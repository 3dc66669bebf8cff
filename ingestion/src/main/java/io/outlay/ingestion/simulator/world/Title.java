package io.outlay.ingestion.simulator.world;

import java.util.List;

/**
 * A game and where it is advertised.
 *
 * @param name shown name
 * @param androidPackage its name in Google's shop
 * @param adamId its number in Apple's shop
 * @param webShop whether players can buy outside the app
 * @param countries ISO 3166 codes, the biggest first
 * @param valuePermille what its players spend, in thousandths of the usual
 */
public record Title(
    String name,
    String androidPackage,
    long adamId,
    boolean webShop,
    List<String> countries,
    int valuePermille) {

  /** Copies the countries. */
  public Title {
    countries = List.copyOf(countries);
  }
}
