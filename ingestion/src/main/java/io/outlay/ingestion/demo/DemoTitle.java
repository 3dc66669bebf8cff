package io.outlay.ingestion.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * A game and where it is advertised.
 *
 * @param countries ISO 3166 codes
 * @param valuePermille what its players spend, in thousandths of the usual
 * @param advertisedFrom the first day it is advertised
 */
public record DemoTitle(
    String name, List<String> countries, int valuePermille, LocalDate advertisedFrom) {

  /** Copies the countries. */
  public DemoTitle {
    countries = List.copyOf(countries);
  }
}
