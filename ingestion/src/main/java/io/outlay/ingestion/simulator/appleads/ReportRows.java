package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.appleads.ReportRow.Piece;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.DayBook;
import io.outlay.ingestion.simulator.world.DeviceKind;
import io.outlay.ingestion.simulator.world.Figures;
import io.outlay.ingestion.simulator.world.Measure;
import io.outlay.ingestion.simulator.world.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works out the rows of a report; groups too small to show are pooled in one. */
final class ReportRows {

  private static final int FEWEST_IMPRESSIONS = 100;

  private final ReportQuery query;
  private final AdAccount account;
  private final DayBook book;

  ReportRows(ReportQuery query, AdAccount account, Instant now) {
    this.query = query;
    this.account = account;
    this.book = DayBook.of(account, now);
  }

  List<ReportRow> rows() {
    Map<Long, List<AdSlot>> entities = new LinkedHashMap<>();
    for (AdSlot slot : query.slots()) {
      if (query.level() != AppleLevel.AD || slot.ad().reported()) {
        entities.computeIfAbsent(query.level().idOf(slot), id -> new ArrayList<>()).add(slot);
      }
    }
    List<ReportRow> rows = new ArrayList<>();
    entities.values().forEach(slots -> rows.addAll(rows(slots)));
    return rows;
  }

  private List<ReportRow> rows(List<AdSlot> slots) {
    List<ReportRow> shown = new ArrayList<>();
    List<ReportRow> small = new ArrayList<>();
    for (String group : groups(slots)) {
      ReportRow row = row(slots, group);
      boolean pooled =
          query.groupBy().equals("countryOrRegion")
              && (group.equals(DayBook.UNKNOWN_COUNTRY)
                  || row.total().of(Measure.IMPRESSIONS) < FEWEST_IMPRESSIONS);
      (pooled ? small : shown).add(row);
    }
    small.stream().reduce(ReportRow::pooledWith).map(ReportRow::pooled).ifPresent(shown::add);
    return shown.stream().filter(row -> query.emptyRows() || !row.total().isNothing()).toList();
  }

  private List<String> groups(List<AdSlot> slots) {
    return switch (query.groupBy()) {
      case "countryOrRegion" ->
          DayBook.countries(slots.getFirst().campaign()).stream().map(Part::of).toList();
      case "deviceClass" -> List.of(deviceClass(DeviceKind.PHONE), deviceClass(DeviceKind.TABLET));
      default -> List.of("");
    };
  }

  private static String deviceClass(DeviceKind kind) {
    return kind == DeviceKind.PHONE ? "IPHONE" : "IPAD";
  }

  private ReportRow row(List<AdSlot> slots, String group) {
    List<Piece> pieces = new ArrayList<>();
    Figures total = Figures.none();
    LocalDate first = query.days().first();
    while (!first.isAfter(query.days().last())) {
      LocalDate end = query.granularity().last(first, query.days());
      LocalDate last = end.isAfter(query.days().last()) ? query.days().last() : end;
      List<Piece> next = pieces(slots, group, first, last);
      pieces.addAll(next);
      for (Piece piece : next) {
        total = total.plus(piece.figures());
      }
      first = last.plusDays(1);
    }
    return new ReportRow(slots.getFirst(), group, false, pieces, total);
  }

  private List<Piece> pieces(List<AdSlot> slots, String group, LocalDate first, LocalDate last) {
    if (query.granularity() != Granularity.HOURLY) {
      Figures sum = Figures.none();
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
        sum = sum.plus(day(slots, group, day));
      }
      return List.of(new Piece(query.granularity().label(first).toString(), sum));
    }
    List<Piece> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      Figures sum = Figures.none();
      for (AdSlot slot : slots) {
        sum = sum.plus(book.hours(slot, first, hour, hour + 1));
      }
      hours.add(new Piece("%s %02d".formatted(first, hour), sum));
    }
    return hours;
  }

  private Figures day(List<AdSlot> slots, String group, LocalDate day) {
    Figures sum = Figures.none();
    for (AdSlot slot : slots) {
      sum = sum.plus(query.universal() ? universal(slot, day) : day(slot, group, day));
    }
    return sum;
  }

  private Figures day(AdSlot slot, String group, LocalDate day) {
    return switch (query.groupBy()) {
      case "countryOrRegion" -> book.inCountry(slot, day, group);
      case "deviceClass" ->
          book.onDevice(slot, day, group.equals("IPHONE") ? DeviceKind.PHONE : DeviceKind.TABLET);
      default -> book.figures(slot, day);
    };
  }

  /** A day of UTC is the end of one day of the organization and the beginning of another. */
  private Figures universal(AdSlot slot, LocalDate day) {
    int ahead =
        account
                .zone()
                .getRules()
                .getOffset(day.atStartOfDay(account.zone()).toInstant())
                .getTotalSeconds()
            / 3_600;
    return ahead >= 0
        ? book.hours(slot, day, ahead, 24).plus(book.hours(slot, day.plusDays(1), 0, ahead))
        : book.hours(slot, day.minusDays(1), 24 + ahead, 24)
            .plus(book.hours(slot, day, 0, 24 + ahead));
  }
}
