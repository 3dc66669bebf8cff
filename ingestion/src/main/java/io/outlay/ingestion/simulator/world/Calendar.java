package io.outlay.ingestion.simulator.world;

import java.time.LocalDate;

/** How much is spent on a day for no other reason than which day it is, in thousandths. */
final class Calendar {

  private static final int[] WEEKDAY = {930, 900, 910, 950, 1_060, 1_180, 1_150};
  private static final int[] MONTH = {
    920, 940, 970, 980, 990, 1_000, 1_040, 1_030, 960, 1_000, 1_090, 1_210
  };

  private Calendar() {}

  static long permille(LocalDate day) {
    int weekday = WEEKDAY[day.getDayOfWeek().getValue() - 1];
    return (long) weekday * MONTH[day.getMonthValue() - 1] / 1_000;
  }
}
