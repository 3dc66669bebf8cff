package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.DayBook;
import io.outlay.ingestion.simulator.world.DayRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Works out the rows of a query one after the other; only a sorted answer is held in memory. */
final class GoogleRows {

  private static final int MOST_SORTED = 200_000;

  private final GaqlQuery query;
  private final AdAccount account;
  private final DayBook book;
  private final List<GoogleUnit> units;
  private final List<DayRange> periods;

  GoogleRows(GaqlQuery query, AdAccount account, LocalDate firstDay, Instant now) {
    this.query = query;
    this.account = account;
    this.book = DayBook.of(account, now);
    this.units = GoogleUnits.of(query, account, book.today());
    DayRange all = new DayRange(firstDay, book.today());
    this.periods = GoogleDates.periods(query, GoogleDates.range(query, all, book.today()));
  }

  Stream<ObjectNode> rows() {
    Stream<GoogleRow> rows =
        IntStream.range(0, units.size() * periods.size())
            .mapToObj(this::row)
            .filter(this::isWanted);
    if (!isInOrder()) {
      rows = rows.limit(MOST_SORTED).sorted(order());
    }
    Stream<GoogleRow> limited = query.limit() > 0 ? rows.limit(query.limit()) : rows;
    return limited.map(
        row -> GoogleWriting.write(query, field -> GoogleFields.value(field, row), account.id()));
  }

  private GoogleRow row(int at) {
    GoogleUnit unit = units.get(at % units.size());
    DayRange days = periods.get(at / units.size());
    boolean counts = query.hasMetric() || query.hasSegment();
    Counted counted = counts ? unit.count(book, days) : new Counted();
    return new GoogleRow(unit, days, counted, book.today());
  }

  private boolean isWanted(GoogleRow row) {
    boolean silent = query.hasSegment() || GoogleResources.isLocationView(query.from());
    return !(silent && isNothing(row))
        && query.where().stream()
            .filter(condition -> !GoogleDates.isDate(condition.field()))
            .allMatch(condition -> condition.accepts(GoogleFields.value(condition.field(), row)));
  }

  /** With a segment, rows whose selected metrics are all zero are left out. */
  private boolean isNothing(GoogleRow row) {
    return query.hasMetric()
        ? query.select().stream()
            .filter(field -> field.startsWith("metrics."))
            .allMatch(field -> isZero(GoogleFields.value(field, row)))
        : row.counted().isNothing();
  }

  private static boolean isZero(@Nullable Object value) {
    return value == null
        || value.equals(0L)
        || (value instanceof BigDecimal number && number.signum() == 0);
  }

  private boolean isInOrder() {
    return query.orders().isEmpty() || query.orders().equals(List.of("segments.date"));
  }

  private Comparator<GoogleRow> order() {
    return query.orders().stream()
        .map(GoogleRows::order)
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  private static Comparator<GoogleRow> order(String field) {
    String name = field.replace("-", "");
    Comparator<GoogleRow> order =
        (left, right) -> compare(GoogleFields.value(name, left), GoogleFields.value(name, right));
    return field.startsWith("-") ? order.reversed() : order;
  }

  private static int compare(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number && right instanceof Number) {
      return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
    }
    return String.valueOf(left).compareTo(String.valueOf(right));
  }
}
