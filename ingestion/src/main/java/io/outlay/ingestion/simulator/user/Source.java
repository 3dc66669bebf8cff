package io.outlay.ingestion.simulator.user;

import org.jspecify.annotations.Nullable;

/** Where users come from, and of what kinds they are. */
enum Source {
  META("META", 0.34, 0.50, 0.36, 0.03, 0.07, 0.04),
  GOOGLE_ADS("GOOGLE_ADS", 0.24, 0.54, 0.31, 0.04, 0.07, 0.04),
  APPLE_SEARCH_ADS("APPLE_SEARCH_ADS", 0.12, 0.60, 0.24, 0.07, 0.05, 0.04),
  NAVER("NAVER", 0.06, 0.55, 0.27, 0.04, 0.09, 0.05),
  /** Pays people for trying games: bonus hunters and worse. */
  OFFERWALL("OFFERWALL", 0.06, 0.24, 0.30, 0.01, 0.27, 0.18),
  /** Found the game without an advertisement. */
  ORGANIC(null, 0.18, 0.62, 0.22, 0.07, 0.06, 0.03);

  private final @Nullable String channel;
  private final double share;

  @SuppressWarnings("ImmutableEnumChecker") // never written to
  private final double[] personas;

  Source(@Nullable String channel, double share, double... personas) {
    this.channel = channel;
    this.share = share;
    this.personas = personas;
  }

  /** Key of the channel; null for none. */
  @Nullable String channel() {
    return channel;
  }

  /** Chance that a user from here is of a persona. */
  double chanceOf(Persona persona) {
    return personas[persona.ordinal()];
  }

  /** A source by a number from 0 to 1. */
  static Source at(double place, double offerwall) {
    double scale = (1 - offerwall) / (1 - OFFERWALL.share);
    double sum = 0;
    for (Source source : values()) {
      sum += source == OFFERWALL ? offerwall : source.share * scale;
      if (place < sum) {
        return source;
      }
    }
    return ORGANIC;
  }

  /** Share of users from the offer wall in quiet times. */
  static double usualOfferwall() {
    return OFFERWALL.share;
  }
}
