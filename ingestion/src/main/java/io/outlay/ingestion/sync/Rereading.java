package io.outlay.ingestion.sync;

import io.outlay.domain.platform.AccessSettings;
import io.outlay.domain.platform.Completeness;
import io.outlay.domain.platform.Fetched;
import io.outlay.domain.platform.PeriodFetch;
import io.outlay.domain.platform.Restatement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a day that was fetched before is fetched again, and until when its figures may change. */
final class Rereading {

  private static final Duration WEEK = Duration.ofDays(7);

  /** Slices that did not arrive for so long are fetched anew. */
  private static final Duration LOST_AFTER = Duration.ofDays(1);

  /** Corrections of a month are looked for from its third day after on. */
  private static final int DAYS_AFTER_MONTH_END = 2;

  private static final int SWEPT_DAYS = 92;

  private final SyncSituation situation;
  private final AccessSettings settings;

  Rereading(SyncSituation situation) {
    this.situation = situation;
    this.settings = situation.settings();
  }

  /** Why the day is due; empty when it is not. */
  Optional<Reason> reason(LocalDate day, @Nullable PeriodFetch record) {
    Fetched fetched = record == null ? null : record.fetched();
    if (record == null || fetched == null) {
      return Optional.of(situation.asked() == null ? Reason.BACKFILL : Reason.ASKED);
    }
    Instant at = fetched.at();
    if (situation.asked() != null) {
      return at.isBefore(situation.askedAt()) ? Optional.of(Reason.ASKED) : Optional.empty();
    }
    if (record.reopenedAt() != null) {
      return Optional.of(Reason.REOPENED);
    }
    if (isLost(record, at)) {
      return Optional.of(Reason.LOST);
    }
    return byAge(day, fetched);
  }

  /**
   * The same for a period of several days that has been fetched. Where days are asked for, it is
   * due when it ends among them and begins in their first month or later.
   */
  Optional<Reason> reasonOfLonger(PeriodFetch record) {
    if (situation.asked() != null) {
      boolean isAsked =
          !record.period().lastDay().isAfter(situation.to())
              && !record.period().firstDay().isBefore(situation.from().withDayOfMonth(1));
      return isAsked && record.fetchedAt().isBefore(situation.askedAt())
          ? Optional.of(Reason.ASKED)
          : Optional.empty();
    }
    return isLost(record, record.fetchedAt()) ? Optional.of(Reason.LOST) : Optional.empty();
  }

  private Optional<Reason> byAge(LocalDate day, Fetched fetched) {
    Instant at = fetched.at();
    Instant now = situation.now();
    LocalDate today = situation.today();
    long age = ChronoUnit.DAYS.between(day, today);
    if (age <= 1 && at.isBefore(later(situation.askedAt(), now.minus(settings.syncEvery())))) {
      return Optional.of(Reason.CURRENT);
    }
    Instant whole = Completeness.wholeAt(day, situation.zone());
    if (at.isBefore(whole) && !now.isBefore(whole)) {
      return Optional.of(Reason.ENDED);
    }
    LocalDate read = LocalDate.ofInstant(at, situation.zone());
    if (age > 1 && read.isBefore(today) && !read.isAfter(day.plusDays(settings.lookBackDays()))) {
      // Also once after the look-back: what came in its last hours is final only then.
      return Optional.of(Reason.LOOK_BACK);
    }
    if (age > settings.lookBackDays()
        && age <= settings.longestWindowDays()
        && isUnsettled(fetched.moved())
        && !at.isAfter(now.minus(WEEK))) {
      return Optional.of(Reason.UNSETTLED);
    }
    Instant sweep = sweepAt(day, situation.zone());
    return age <= SWEPT_DAYS && !now.isBefore(sweep) && at.isBefore(sweep)
        ? Optional.of(Reason.MONTH_END)
        : Optional.empty();
  }

  private boolean isLost(PeriodFetch record, Instant at) {
    return !record.isStored()
        && record.jobId() != situation.jobId()
        && at.isBefore(situation.now().minus(LOST_AFTER));
  }

  /**
   * Last day on which the day's figures may still be corrected; null when they are final.
   *
   * @param at when they were fetched
   * @param moved difference to the read before; null for the first
   */
  static @Nullable LocalDate provisionalUntil(
      LocalDate day, Instant at, @Nullable Double moved, AccessSettings settings, ZoneId zone) {
    LocalDate read = LocalDate.ofInstant(at, zone);
    LocalDate lookBackEnd = day.plusDays(settings.lookBackDays());
    LocalDate until = read.isAfter(lookBackEnd) ? lookBackEnd : lookBackEnd.plusDays(1);
    LocalDate windowEnd = day.plusDays(settings.longestWindowDays());
    if (isUnsettled(moved) && !read.isAfter(windowEnd)) {
      until = later(until, earlier(windowEnd, read.plusDays(WEEK.toDays())));
    }
    if (at.isBefore(sweepAt(day, zone))) {
      until = later(until, LocalDate.ofInstant(sweepAt(day, zone), zone));
    }
    return until.isBefore(read) ? null : until;
  }

  static Instant sweepAt(LocalDate day, ZoneId zone) {
    return day.withDayOfMonth(1)
        .plusMonths(1)
        .plusDays(DAYS_AFTER_MONTH_END)
        .atStartOfDay(zone)
        .toInstant();
  }

  private static boolean isUnsettled(@Nullable Double moved) {
    return moved == null || moved >= Restatement.UNSETTLED;
  }

  private static <T extends Comparable<? super T>> T later(T one, T other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
