package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.DayBook;
import io.outlay.ingestion.simulator.world.DayRange;
import io.outlay.ingestion.simulator.world.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pages of a report. */
final class MetaInsights {

  /** A page longer than this is too much data to ask for. */
  static final int LONGEST_PAGE = 1_000;

  /** A report of more rows must be run asynchronously. */
  static final long MOST_ROWS = 30_000;

  /** A report of more rows must be split. */
  static final long MOST_ROWS_OF_RUN = 500_000;

  private MetaInsights() {}

  static ObjectNode page(
      Call call, InsightsQuery query, AdAccount account, Instant asOf, long mostRows) {
    DayBook book = DayBook.of(account, asOf);
    List<InsightsUnit> units = InsightsUnit.of(query, book.today());
    long candidates = (long) units.size() * query.periods().size();
    check(call, candidates, mostRows);
    int start = MetaPaging.start(call);
    int limit = MetaPaging.limit(call);
    ArrayNode data = Json.array();
    int at = start;
    for (; at < candidates && data.size() < limit; at++) {
      add(data, query, units, book, at);
    }
    if (call.has("DUPLICATED_PAGE") && start == 0 && at < candidates) {
      return MetaPaging.page(call, data, start, 0, true);
    }
    boolean more = isMore(query, units, book, at, candidates);
    return call.has("LOOPING_PAGE")
        ? MetaPaging.page(call, data, start, start, true)
        : MetaPaging.page(call, data, start, at, more);
  }

  private static void check(Call call, long candidates, long mostRows) {
    if (candidates > mostRows) {
      throw MetaError.tooManyRows();
    }
    if (MetaPaging.limit(call) > LONGEST_PAGE
        || (call.has("TOO_MUCH_DATA") && mostRows == MOST_ROWS)) {
      throw MetaError.tooMuch();
    }
  }

  private static boolean isMore(
      InsightsQuery query, List<InsightsUnit> units, DayBook book, int from, long candidates) {
    ArrayNode next = Json.array();
    for (int at = from; at < candidates && next.isEmpty(); at++) {
      add(next, query, units, book, at);
    }
    return !next.isEmpty();
  }

  private static void add(
      ArrayNode data, InsightsQuery query, List<InsightsUnit> units, DayBook book, int at) {
    InsightsUnit unit = units.get(at % units.size());
    DayRange days = query.periods().get(at / units.size());
    Tally tally = unit.tally(book, days);
    if (!tally.isNothing() && isWanted(query, tally)) {
      LocalDate today = book.today();
      data.add(new InsightsRow(query, unit, days, tally, today).write());
    }
  }

  private static boolean isWanted(InsightsQuery query, Tally tally) {
    return query.filters().stream()
        .filter(MetaFilter::isAboutFigures)
        .allMatch(filter -> filter.accepts(Long.toString(number(filter, tally))));
  }

  private static long number(MetaFilter filter, Tally tally) {
    String name = filter.field().substring(filter.field().indexOf('.') + 1);
    return switch (name) {
      case "spend" -> tally.all().of(Measure.COST);
      case "clicks" -> tally.all().of(Measure.CLICKS_ALL);
      default -> tally.all().of(Measure.IMPRESSIONS);
    };
  }
}
