package io.outlay.ingestion.sync;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.View;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.ReportCapability;
import io.outlay.ingestion.platform.ReportRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides what to fetch next. Depends on the given situation alone, so that any process plans
 * alike, and a run that was broken off goes on where the records end.
 *
 * <p>The present comes before the past, delivery before its breakdowns, and newer days before older
 * ones. Once everything planned has been fetched, the plan of the same moment is empty.
 */
final class SyncPlan {

  private static final int MONTHS_AT_ONCE = 3;

  private static final Comparator<PlannedFetch> ORDER =
      Comparator.comparing((PlannedFetch fetch) -> !fetch.reason().isPresent())
          .thenComparing(fetch -> fetch.request().view() != View.DELIVERY)
          .thenComparing(fetch -> fetch.request().days().to(), Comparator.reverseOrder())
          .thenComparing(fetch -> fetch.request().view());

  private SyncPlan() {}

  /**
   * What is to be fetched, most urgent first.
   *
   * @param mostDays most days to be asked for at once
   */
  static List<PlannedFetch> of(SyncSituation situation, int mostDays) {
    List<PlannedFetch> fetches = new ArrayList<>();
    situation.capabilities().reports().stream()
        .map(ReportCapability::view)
        .distinct()
        .forEach(view -> fetches.addAll(stretches(situation, view, mostDays)));
    fetches.sort(ORDER);
    return fetches;
  }

  private static List<PlannedFetch> stretches(SyncSituation situation, View view, int mostDays) {
    List<ViewPlan.Due> due = new ArrayList<>(new ViewPlan(situation, view).all());
    due.sort(
        Comparator.comparing(ViewPlan.Due::length)
            .thenComparing((ViewPlan.Due one) -> !one.reason().isPresent())
            .thenComparing(one -> one.period().lastDay(), Comparator.reverseOrder()));
    List<PlannedFetch> stretches = new ArrayList<>();
    for (int from = 0; from < due.size(); ) {
      int to = from + 1;
      while (to < due.size()
          && to - from < most(due.get(from).length(), mostDays)
          && follows(due.get(to - 1), due.get(to))) {
        to++;
      }
      stretches.add(stretch(view, due.subList(from, to)));
      from = to;
    }
    return stretches;
  }

  private static boolean follows(ViewPlan.Due newer, ViewPlan.Due older) {
    return newer.length() == older.length()
        && newer.reason().isPresent() == older.reason().isPresent()
        && (newer.length() != PeriodLength.MONTH || newer.period().firstDay().getDayOfMonth() == 1)
        && older.period().lastDay().plusDays(1).equals(newer.period().firstDay());
  }

  private static int most(PeriodLength length, int mostDays) {
    return switch (length) {
      case DAY -> mostDays;
      case WEEK -> Math.max(1, mostDays / 7);
      case MONTH -> Math.clamp(mostDays / 5, 1, MONTHS_AT_ONCE);
    };
  }

  /** The most urgent reason speaks for all. */
  private static PlannedFetch stretch(View view, List<ViewPlan.Due> newestFirst) {
    DateRange days =
        new DateRange(
            newestFirst.getLast().period().firstDay(), newestFirst.getFirst().period().lastDay());
    Reason reason =
        newestFirst.stream().map(ViewPlan.Due::reason).min(Comparator.naturalOrder()).orElseThrow();
    return new PlannedFetch(
        new ReportRequest(view, days, newestFirst.getFirst().length()), reason, newestFirst.size());
  }
}
