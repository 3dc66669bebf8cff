package io.outlay.ingestion.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * The small export of the ten-minute tour: one game, two countries, four weeks on Google Ads, in
 * won.
 */
public final class DemoTour {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 5);
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 1);

  private DemoTour() {}

  /** The whole file, as {@code docs/tour/puzzle-harbor-spend.csv} holds it. */
  public static String text() {
    DemoCompany company =
        new DemoCompany(
            "tour",
            "Tour Games",
            7,
            1000,
            List.of(new DemoTitle("Puzzle Harbor", List.of("KR", "US"), 1200, FIRST_DAY)));
    StringBuilder text = new StringBuilder(DemoRows.HEADER);
    FIRST_DAY
        .datesUntil(LAST_DAY.plusDays(1))
        .forEach(day -> text.append(new DemoRows(company, DemoChannel.GOOGLE_ADS, day).text()));
    return text.toString();
  }
}
