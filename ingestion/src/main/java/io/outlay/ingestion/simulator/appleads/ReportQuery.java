package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.DayRange;
import java.util.List;

/**
 * What a report is asked for, whichever dialect it is asked in.
 *
 * @param slots what it is about
 * @param level what a row is about
 * @param days its days
 * @param granularity how finely they are cut
 * @param universal whether its days are those of UTC and not the organization's
 * @param groupBy {@code countryOrRegion}, {@code deviceClass} or empty
 * @param emptyRows whether rows in which nothing happened are shown
 * @param offset first row of the page
 * @param limit most rows of the page
 */
record ReportQuery(
    List<AdSlot> slots,
    AppleLevel level,
    DayRange days,
    Granularity granularity,
    boolean universal,
    String groupBy,
    boolean emptyRows,
    int offset,
    int limit) {

  ReportQuery {
    slots = List.copyOf(slots);
  }
}
