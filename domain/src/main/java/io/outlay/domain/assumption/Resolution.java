package io.outlay.domain.assumption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which assumption holds on which days of which account.
 *
 * @param days stretches without overlap, per account in order; days without an assumption are not
 *     there
 * @param used the assumptions that hold on at least one of the days
 */
public record Resolution(List<AssumedDays> days, List<Assumption> used) {

  private static final Comparator<Assumption> NARROWEST_THEN_LATEST =
      Comparator.comparingInt(Assumption::specificity)
          .thenComparing(Assumption::firstDay)
          .thenComparingLong(Assumption::id);

  /** Copies the lists. */
  public Resolution {
    days = List.copyOf(days);
    used = List.copyOf(used);
  }

  /**
   * Resolves assumptions for accounts over some days.
   *
   * @param channelOfAccount the accounts, each with its channel
   * @param from first day
   * @param to last day, included
   */
  public static Resolution of(
      Collection<Assumption> assumptions,
      Map<Long, Long> channelOfAccount,
      LocalDate from,
      LocalDate to) {
    List<AssumedDays> days = new ArrayList<>();
    Set<Assumption> used = new LinkedHashSet<>();
    channelOfAccount.forEach(
        (account, channel) -> {
          List<Assumption> concerning =
              assumptions.stream()
                  .filter(assumption -> assumption.concerns(account, channel))
                  .filter(assumption -> overlaps(assumption, from, to))
                  .toList();
          resolve(account, concerning, from, to, days, used);
        });
    return new Resolution(days, List.copyOf(used));
  }

  private static void resolve(
      long account,
      List<Assumption> concerning,
      LocalDate from,
      LocalDate to,
      List<AssumedDays> days,
      Set<Assumption> used) {
    List<LocalDate> starts = List.copyOf(starts(concerning, from, to));
    for (int i = 0; i < starts.size(); i++) {
      LocalDate first = starts.get(i);
      LocalDate last = i + 1 < starts.size() ? starts.get(i + 1).minusDays(1) : to;
      Assumption held = heldOn(first, concerning);
      if (held != null) {
        days.add(new AssumedDays(account, first, last, held.costFactor(), held.keptShare()));
        used.add(held);
      }
    }
  }

  /** Days on which what holds may change. */
  private static Set<LocalDate> starts(List<Assumption> concerning, LocalDate from, LocalDate to) {
    TreeSet<LocalDate> starts = new TreeSet<>();
    starts.add(from);
    for (Assumption assumption : concerning) {
      starts.add(assumption.firstDay());
      LocalDate last = assumption.lastDay();
      if (last != null) {
        starts.add(last.plusDays(1));
      }
    }
    return starts.subSet(from, true, to, true);
  }

  private static @Nullable Assumption heldOn(LocalDate day, List<Assumption> concerning) {
    return concerning.stream()
        .filter(assumption -> overlaps(assumption, day, day))
        .max(NARROWEST_THEN_LATEST)
        .orElse(null);
  }

  private static boolean overlaps(Assumption assumption, LocalDate from, LocalDate to) {
    LocalDate last = assumption.lastDay();
    return !assumption.firstDay().isAfter(to) && (last == null || !last.isBefore(from));
  }
}
