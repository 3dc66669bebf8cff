package io.outlay.domain.platform;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.View;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How complete a connected account is.
 *
 * @param freshAt when the newest fetched day was fetched; null before the first fetch
 * @param completeUntil newest day that was fetched after it had ended; older days that lack are
 *     gaps; null without one
 * @param gaps days since the wanted beginning that had ended and were never fetched, oldest first
 * @param provisionalFrom first day whose figures the platform may still correct; null for none
 */
public record Completeness(
    @Nullable Instant freshAt,
    @Nullable LocalDate completeUntil,
    List<DateRange> gaps,
    @Nullable LocalDate provisionalFrom) {

  /** After a day has ended its figures take this long to be whole. */
  public static final Duration MARGIN = Duration.ofHours(6);

  /** Copies the gaps. */
  public Completeness {
    gaps = List.copyOf(gaps);
  }

  /** Whether a fetch at that time saw the whole day. */
  public static boolean sawAll(LocalDate day, Instant fetchedAt, ZoneId zone) {
    return !fetchedAt.isBefore(wholeAt(day, zone));
  }

  /** When a day can be fetched whole. */
  public static Instant wholeAt(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().plus(MARGIN);
  }

  /** Judges what was fetched of an account's delivery. */
  public static Completeness of(
      List<PeriodFetch> fetches, LocalDate wantedFrom, ZoneId zone, Instant now) {
    Set<LocalDate> stored = new HashSet<>();
    Set<LocalDate> whole = new HashSet<>();
    @Nullable Instant freshAt = null;
    @Nullable LocalDate newest = null;
    @Nullable LocalDate provisionalFrom = null;
    for (PeriodFetch fetch : fetches) {
      Fetched fetched = fetch.fetched();
      if (fetch.view() != View.DELIVERY || fetched == null || !fetch.isStored()) {
        continue;
      }
      LocalDate last = fetch.period().lastDay();
      if (newest == null || last.isAfter(newest)) {
        newest = last;
        freshAt = fetched.at();
      }
      if (fetched.isProvisional() || fetch.reopenedAt() != null) {
        provisionalFrom = earlier(provisionalFrom, fetch.period().firstDay());
      }
      boolean sawAll = sawAll(last, fetched.at(), zone);
      fetch
          .period()
          .firstDay()
          .datesUntil(last.plusDays(1))
          .forEach(
              day -> {
                stored.add(day);
                if (sawAll) {
                  whole.add(day);
                }
              });
    }
    return new Completeness(
        freshAt,
        whole.stream().max(LocalDate::compareTo).orElse(null),
        gaps(stored, wantedFrom, lastEnded(zone, now)),
        provisionalFrom);
  }

  private static LocalDate lastEnded(ZoneId zone, Instant now) {
    return LocalDate.ofInstant(now.minus(MARGIN), zone).minusDays(1);
  }

  private static List<DateRange> gaps(Set<LocalDate> stored, LocalDate from, LocalDate to) {
    List<DateRange> gaps = new ArrayList<>();
    @Nullable LocalDate begun = null;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      if (!stored.contains(day)) {
        begun = begun == null ? day : begun;
      } else if (begun != null) {
        gaps.add(new DateRange(begun, day.minusDays(1)));
        begun = null;
      }
    }
    if (begun != null) {
      gaps.add(new DateRange(begun, to));
    }
    return gaps;
  }

  private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
    return one == null || other.isBefore(one) ? other : one;
  }
}
