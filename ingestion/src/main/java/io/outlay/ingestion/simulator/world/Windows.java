package io.outlay.ingestion.simulator.world;

import java.util.List;

/** Splits what was converted by how long after which contact it happened. */
final class Windows {

  private static final long WHOLE = 1_000;

  /** The whole, then its parts: within a day of a click, of a view, and beyond the week. */
  private static final List<List<Measure>> SPLITS =
      List.of(
          List.of(
              Measure.INSTALLS,
              Measure.INSTALLS_CLICK_1D,
              Measure.INSTALLS_VIEW_1D,
              Measure.INSTALLS_LATE),
          List.of(
              Measure.PRE_REGISTRATIONS,
              Measure.PRE_REGISTRATIONS_CLICK_1D,
              Measure.PRE_REGISTRATIONS_VIEW_1D,
              Measure.PRE_REGISTRATIONS_LATE),
          List.of(
              Measure.PURCHASES,
              Measure.PURCHASES_CLICK_1D,
              Measure.PURCHASES_VIEW_1D,
              Measure.PURCHASES_LATE));

  private Windows() {}

  static void derive(Figures figures, int unit, long seed) {
    for (List<Measure> split : SPLITS) {
      parts(figures, split, unit, seed);
    }
    long purchases = figures.of(Measure.PURCHASES);
    if (purchases > 0) {
      value(figures, Measure.VALUE_CLICK_1D, Measure.PURCHASES_CLICK_1D);
      value(figures, Measure.VALUE_VIEW_1D, Measure.PURCHASES_VIEW_1D);
      value(figures, Measure.VALUE_LATE, Measure.PURCHASES_LATE);
    }
    long installs = figures.of(Measure.INSTALLS);
    figures.set(Measure.NEW_DOWNLOADS, part(installs, 640, unit, seed + 1));
    long viewed = figures.of(Measure.VIEW_INSTALLS);
    figures.set(Measure.VIEW_NEW_DOWNLOADS, part(viewed, 480, unit, seed + 2));
  }

  private static void parts(Figures figures, List<Measure> split, int unit, long seed) {
    long whole = figures.of(split.get(0));
    long views = part(whole, 120, unit, seed + 3);
    figures.set(split.get(1), part(whole - views, 810, unit, seed + 4));
    figures.set(split.get(2), views);
    figures.set(split.get(3), part(whole - views, 60, unit, seed + 5));
  }

  private static void value(Figures figures, Measure part, Measure count) {
    long all = figures.of(Measure.PURCHASES);
    figures.set(part, figures.of(Measure.VALUE) * figures.of(count) / all);
  }

  private static long part(long whole, int permille, int unit, long seed) {
    long shift = Long.remainderUnsigned(Mix.of(seed), WHOLE);
    return unit * Figures.share(whole / unit, permille, WHOLE, shift);
  }
}
