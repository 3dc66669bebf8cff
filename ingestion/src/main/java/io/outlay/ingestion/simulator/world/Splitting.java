package io.outlay.ingestion.simulator.world;

import java.util.List;
import java.util.Map;

/**
 * Cuts figures into parts that add up to them exactly. What is contained in something else stays
 * contained in it: first the smaller pieces are cut, then the larger ones made of them.
 *
 * @param platform whose rules of counting hold
 * @param whole where the last part ends
 * @param seed decides which part an odd one falls into
 */
record Splitting(AdPlatform platform, long whole, long seed) {

  private static final Map<Measure, List<Measure>> WINDOWS =
      Map.of(
          Measure.CLICKS_ALL, List.of(Measure.CLICKS),
          Measure.INSTALLS, List.of(Measure.INSTALLS_CLICK_1D, Measure.INSTALLS_VIEW_1D),
          Measure.PRE_REGISTRATIONS,
              List.of(Measure.PRE_REGISTRATIONS_CLICK_1D, Measure.PRE_REGISTRATIONS_VIEW_1D),
          Measure.PURCHASES, List.of(Measure.PURCHASES_CLICK_1D, Measure.PURCHASES_VIEW_1D),
          Measure.VALUE, List.of(Measure.VALUE_CLICK_1D, Measure.VALUE_VIEW_1D));

  private static final Map<Measure, List<Measure>> DOWNLOADS =
      Map.of(
          Measure.INSTALLS, List.of(Measure.NEW_DOWNLOADS),
          Measure.VIEW_INSTALLS, List.of(Measure.VIEW_NEW_DOWNLOADS));

  /** The part of {@code all} between two marks of the whole. */
  Figures between(Figures all, long from, long to) {
    Map<Measure, List<Measure>> contained = platform == AdPlatform.APPLE_ADS ? DOWNLOADS : WINDOWS;
    Figures part = new Figures();
    for (Measure measure : Measure.values()) {
      long pieces = 0;
      long cut = 0;
      for (Measure piece : contained.getOrDefault(measure, List.of())) {
        pieces += all.of(piece);
        cut += cut(piece, all.of(piece), from, to);
      }
      part.set(measure, cut + cut(measure, all.of(measure) - pieces, from, to));
    }
    return part;
  }

  private long cut(Measure measure, long value, long from, long to) {
    if (value == 0) {
      return 0;
    }
    long unit = measure.isConversion() && !Market.of(platform).fractional() ? 100 : 1;
    long shift = Long.remainderUnsigned(Mix.of(seed, measure.ordinal()), whole);
    long counted = value / unit;
    return unit
        * (Figures.share(counted, to, whole, shift) - Figures.share(counted, from, whole, shift));
  }
}
