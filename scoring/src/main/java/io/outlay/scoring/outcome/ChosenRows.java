package io.outlay.scoring.outcome;

import io.outlay.domain.risk.RiskKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * At most so many rows out of any number, the same ones in whichever order they come: those whose
 * hash of user and time is smallest. For one thread.
 */
final class ChosenRows {

  private static final Comparator<TableRow> BY_RANK =
      Comparator.<TableRow>comparingLong(row -> row.rank() ^ Long.MIN_VALUE) // as unsigned
          .thenComparingLong(row -> row.sample().userId())
          .thenComparing(row -> row.sample().at());

  private static final Comparator<TableRow> BY_TIME =
      Comparator.<TableRow, Instant>comparing(row -> row.sample().at())
          .thenComparingLong(row -> row.sample().userId());

  private final RiskKind kind;
  private final int most;
  private final PriorityQueue<TableRow> worstFirst = new PriorityQueue<>(BY_RANK.reversed());

  ChosenRows(RiskKind kind, int most) {
    this.kind = kind;
    this.most = most;
  }

  long rank(long userId, Instant at) {
    return StableHash.of(kind, userId, UtcDays.micros(at));
  }

  /** Whether a row of this rank would stay, so that what it takes is not computed for nothing. */
  boolean wouldTake(long rank) {
    TableRow worst = worstFirst.peek();
    return worstFirst.size() < most
        || worst == null
        || Long.compareUnsigned(rank, worst.rank()) <= 0;
  }

  void add(TableRow row) {
    worstFirst.add(row);
    if (worstFirst.size() > most) {
      worstFirst.remove();
    }
  }

  /** In the order of their times. */
  List<TableRow> inOrder() {
    return worstFirst.stream().sorted(BY_TIME).toList();
  }
}
