package io.outlay.ingestion.sync;

import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.PeriodFetch;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.ReportCapability;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is due of one view: days as far back as the platform gives them, whole months before, whole
 * weeks in between, and the rest of the month in which days begin as one piece. A day is never
 * asked for in two lengths.
 */
final class ViewPlan {

  /** One period that is due. */
  record Due(Period period, PeriodLength length, Reason reason) {}

  private final SyncSituation situation;
  private final View view;
  private final Map<Period, PeriodFetch> known = new HashMap<>();
  private final Set<LocalDate> taken = new HashSet<>();
  private final Set<LocalDate> owned = new HashSet<>();
  private final List<Due> due = new ArrayList<>();

  ViewPlan(SyncSituation situation, View view) {
    this.situation = situation;
    this.view = view;
    for (PeriodFetch fetch : situation.fetches()) {
      if (fetch.view() == view) {
        known.put(fetch.period(), fetch);
      }
    }
    if (!situation.settings().takesOver()) {
      situation.owned().stream()
          .filter(one -> one.view() == view)
          .forEach(one -> days(one.period()).forEach(owned::add));
    }
  }

  List<Due> all() {
    longerKnown().forEach(fetch -> days(fetch.period()).forEach(taken::add));
    LocalDate firstDay = capability(PeriodLength.DAY).map(this::days).orElse(LocalDate.MAX);
    known.values().stream()
        .filter(fetch -> fetch.fetched() != null)
        .forEach(fetch -> days(fetch.period()).forEach(taken::add));
    longerKnown().forEach(this::again);
    capability(PeriodLength.MONTH).ifPresent(months -> months(months, firstDay));
    capability(PeriodLength.WEEK).ifPresent(weeks -> weeks(weeks, firstDay));
    capability(PeriodLength.MONTH).ifPresent(months -> restsOfMonths(months, firstDay));
    return due;
  }

  private Stream<PeriodFetch> longerKnown() {
    return known.values().stream()
        .filter(fetch -> fetch.fetched() != null)
        .filter(fetch -> !fetch.period().firstDay().equals(fetch.period().lastDay()));
  }

  /** A longer period that is known already: figures so old settle, so it is read again rarely. */
  private void again(PeriodFetch fetch) {
    PeriodLength length = length(fetch.period());
    boolean isGiven =
        capability(length)
            .filter(given -> !fetch.period().firstDay().isBefore(oldest(given)))
            .isPresent();
    if (isGiven) {
      new Rereading(situation)
          .reasonOfLonger(fetch)
          .ifPresent(reason -> due.add(new Due(fetch.period(), length, reason)));
    }
  }

  private PeriodLength length(Period period) {
    boolean isWeek =
        period.firstDay().getDayOfWeek() == DayOfWeek.MONDAY
            && period.firstDay().plusDays(6).equals(period.lastDay());
    return isWeek && capability(PeriodLength.WEEK).isPresent()
        ? PeriodLength.WEEK
        : PeriodLength.MONTH;
  }

  /** First day that the platform gives as a day. */
  private LocalDate days(ReportCapability capability) {
    LocalDate oldest = oldest(capability);
    LocalDate first = later(situation.from(), oldest);
    LocalDate last = earlier(situation.to(), situation.today().minus(capability.newest()));
    Rereading rereading = new Rereading(situation);
    for (LocalDate day = last; !day.isBefore(first); day = day.minusDays(1)) {
      if (!taken.contains(day) && !owned.contains(day)) {
        Period period = Period.of(day);
        rereading
            .reason(day, known.get(period))
            .ifPresent(reason -> due.add(new Due(period, PeriodLength.DAY, reason)));
      }
    }
    return oldest;
  }

  private void months(ReportCapability capability, LocalDate firstDay) {
    LocalDate from = later(situation.from().withDayOfMonth(1), oldest(capability));
    LocalDate to = earlier(last(capability), firstDay.minusDays(1));
    LocalDate month = to.plusDays(1).withDayOfMonth(1).minusMonths(1);
    for (; !month.isBefore(from); month = month.minusMonths(1)) {
      longer(new Period(month, month.plusMonths(1).minusDays(1)), PeriodLength.MONTH);
    }
  }

  private void weeks(ReportCapability capability, LocalDate firstDay) {
    LocalDate from = later(situation.from(), oldest(capability));
    LocalDate to = earlier(last(capability), firstDay.minusDays(1));
    LocalDate monday =
        to.plusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
    for (; !monday.isBefore(from); monday = monday.minusWeeks(1)) {
      longer(new Period(monday, monday.plusDays(6)), PeriodLength.WEEK);
    }
  }

  /** What is left of months that are known in part, such as the one in which days begin. */
  private void restsOfMonths(ReportCapability capability, LocalDate firstDay) {
    LocalDate from = later(situation.from().withDayOfMonth(1), oldest(capability));
    LocalDate to = earlier(situation.today().minus(capability.newest()), firstDay.minusDays(1));
    LocalDate last = to;
    for (LocalDate day = to; !day.isBefore(from); day = day.minusDays(1)) {
      boolean isTaken = taken.contains(day);
      boolean isBegin = day.getDayOfMonth() == 1 || taken.contains(day.minusDays(1));
      if (isBegin && !isTaken && !last.isAfter(situation.to())) {
        longer(new Period(day, last), PeriodLength.MONTH);
      }
      last = isBegin || isTaken ? day.minusDays(1) : last;
    }
  }

  private void longer(Period period, PeriodLength length) {
    if (days(period).stream().noneMatch(day -> taken.contains(day) || owned.contains(day))) {
      due.add(new Due(period, length, Reason.BACKFILL));
      taken.addAll(days(period));
    }
  }

  private Optional<ReportCapability> capability(PeriodLength length) {
    return situation.capabilities().reports().stream()
        .filter(report -> report.view() == view && report.length() == length)
        .filter(report -> report.apiVersions().contains(situation.settings().apiVersion()))
        .findFirst();
  }

  private LocalDate oldest(ReportCapability capability) {
    java.time.@Nullable Period reach = capability.oldest();
    return reach == null ? LocalDate.EPOCH : situation.today().minus(reach);
  }

  private LocalDate last(ReportCapability capability) {
    return earlier(situation.to(), situation.today().minus(capability.newest()));
  }

  private static List<LocalDate> days(Period period) {
    return period.firstDay().datesUntil(period.lastDay().plusDays(1)).toList();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
