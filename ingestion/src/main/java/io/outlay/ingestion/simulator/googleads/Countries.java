package io.outlay.ingestion.simulator.googleads;

import java.util.Map;
import java.util.Optional;

/** Google's numbers for countries. */
final class Countries {

  static final Map<String, Long> CRITERIA =
      Map.of(
          "US", 2840L, "KR", 2410L, "JP", 2392L, "DE", 2276L, "FR", 2250L, "GB", 2826L, "BR",
          2076L);

  private Countries() {}

  static long criterion(String country) {
    return Optional.ofNullable(CRITERIA.get(country)).orElseThrow();
  }
}
