package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a report, before it is written in either dialect.
 *
 * @param slot something it contains
 * @param group the country or device, empty where rows are not cut so
 * @param other whether it pools what is too small to show
 * @param pieces its figures by time
 * @param total its figures altogether
 */
record ReportRow(AdSlot slot, String group, boolean other, List<Piece> pieces, Figures total) {

  /**
   * Figures of a day, hour, week or month.
   *
   * @param date as Apple writes it
   * @param figures what happened
   */
  record Piece(String date, Figures figures) {}

  ReportRow {
    pieces = List.copyOf(pieces);
  }

  ReportRow pooledWith(ReportRow another) {
    List<Piece> sums = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Figures figures = pieces.get(i).figures().plus(another.pieces.get(i).figures());
      sums.add(new Piece(pieces.get(i).date(), figures));
    }
    return new ReportRow(slot, "", true, sums, total.plus(another.total));
  }

  ReportRow pooled() {
    return new ReportRow(slot, "", true, pieces, total);
  }
}
