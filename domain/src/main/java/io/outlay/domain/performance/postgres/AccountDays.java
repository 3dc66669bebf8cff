package io.outlay.domain.performance.postgres;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.Concern;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.MetricDifference;
import io.outlay.domain.performance.Notice;
import io.outlay.domain.platform.Completeness;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which days of a range are known of one account. A day that was delivered without a row is zero; a
 * day that was wanted and not delivered is unknown.
 *
 * @param range days spoken of
 * @param delivered the range's days that were delivered, counted from 0
 * @param wanted its days that are collected from the platform and have begun; null where none is
 * @param ended its days that are collected and must be there by now; null where none is
 */
record AccountDays(
    AdAccount account,
    DateRange range,
    List<DayRecord> records,
    BitSet delivered,
    @Nullable DateRange wanted,
    @Nullable DateRange ended) {

  /** Metrics that every ad platform reports. */
  private static final Set<BaseMetric> USUAL =
      Set.of(BaseMetric.IMPRESSIONS, BaseMetric.CLICKS, BaseMetric.SPEND);

  /**
   * What is known at a time.
   *
   * @param records at least one, all of the account
   * @param wantedFrom first day that is collected; null for an account that is not connected
   */
  static AccountDays of(
      AdAccount account,
      DateRange range,
      List<DayRecord> records,
      @Nullable LocalDate wantedFrom,
      Instant now) {
    BitSet delivered = new BitSet(range.days());
    records.forEach(record -> record.days().forEach(days -> set(delivered, range, days)));
    ZoneId zone = ZoneId.of(account.timeZone());
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate lastEnded = LocalDate.ofInstant(now.minus(Completeness.MARGIN), zone).minusDays(1);
    return new AccountDays(
        account,
        range,
        records,
        delivered,
        wantedFrom == null ? null : common(range, wantedFrom, today),
        wantedFrom == null ? null : common(range, wantedFrom, lastEnded));
  }

  /** Newest day of the range whose figures are whole; empty for none. */
  Optional<LocalDate> completeUntil() {
    return records.stream()
        .map(DayRecord::completeUntil)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .map(day -> day.isAfter(range.to()) ? range.to() : day);
  }

  /** The same of one source within some days. */
  Optional<LocalDate> completeUntil(String source, DateRange days) {
    return records.stream()
        .filter(record -> source.equals(record.source()))
        .map(DayRecord::completeUntil)
        .filter(Objects::nonNull)
        .map(day -> day.isAfter(days.to()) ? days.to() : day)
        .filter(day -> !day.isBefore(days.from()))
        .findFirst();
  }

  /** Whether any of the days is collected. */
  boolean wants(DateRange days) {
    return wanted != null
        && !wanted.to().isBefore(days.from())
        && !wanted.from().isAfter(days.to());
  }

  /** Whether any of the days was delivered. */
  boolean hasAny(DateRange days) {
    DateRange within = common(range, days.from(), days.to());
    int next = within == null ? -1 : delivered.nextSetBit(index(within.from()));
    return within != null && next >= 0 && next <= index(within.to());
  }

  /** Metrics that the account's rows tell. */
  Set<BaseMetric> reported() {
    Set<BaseMetric> reported = new HashSet<>(USUAL);
    records.forEach(record -> reported.addAll(record.reported()));
    return reported;
  }

  /** The account's days that were not fetched though they have ended; empty for none. */
  Optional<Concern> notFetched(DateRange days) {
    DateRange due = ended == null ? null : common(ended, days.from(), days.to());
    if (due == null) {
      return Optional.empty();
    }
    List<DateRange> stretches = new ArrayList<>();
    int last = index(due.to());
    for (int from = delivered.nextClearBit(index(due.from()));
        from <= last && stretches.size() < Concern.MOST_STRETCHES;
        from = delivered.nextClearBit(Math.max(from, nextDelivered(from)))) {
      stretches.add(new DateRange(day(from), day(Math.min(last, nextDelivered(from) - 1))));
    }
    return concern(Notice.DAYS_NOT_FETCHED, stretches, List.of());
  }

  /** The account's days that differ from the platform's own totals; empty for none. */
  Optional<Concern> notReconciled(DateRange days) {
    Map<BaseMetric, MetricDifference> sums = new EnumMap<>(BaseMetric.class);
    List<DateRange> differing = new ArrayList<>();
    records.getFirst().differing().stream()
        .filter(one -> common(days, one.day(), one.day()) != null)
        .forEach(
            one -> {
              differing.add(new DateRange(one.day(), one.day()));
              one.metrics().forEach(m -> sums.merge(m.metric(), m, MetricDifference::plus));
            });
    return concern(Notice.NOT_RECONCILED, differing, List.copyOf(sums.values()));
  }

  private Optional<Concern> concern(
      Notice notice, List<DateRange> days, List<MetricDifference> differences) {
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(new Concern(notice, account.id(), days, differences));
  }

  private int nextDelivered(int from) {
    int next = delivered.nextSetBit(from);
    return next < 0 ? range.days() : next;
  }

  private int index(LocalDate day) {
    return new DateRange(range.from(), day).days() - 1;
  }

  private LocalDate day(int index) {
    return range.from().plusDays(index);
  }

  private static void set(BitSet delivered, DateRange range, DateRange days) {
    DateRange within = common(range, days.from(), days.to());
    if (within != null) {
      int from = new DateRange(range.from(), within.from()).days() - 1;
      delivered.set(from, from + within.days());
    }
  }

  /** The days that a range shares with others; null for none. */
  private static @Nullable DateRange common(DateRange range, LocalDate from, LocalDate to) {
    return to.isBefore(from) || to.isBefore(range.from()) || from.isAfter(range.to())
        ? null
        : range.cutTo(new DateRange(from, to));
  }
}
