package io.outlay.domain.performance.postgres;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.GroupKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which period of one range stands beside which of another: the one at the same position. */
final class Pairing {

  private final @Nullable Granularity granularity;
  private final DateRange beside;
  private final List<LocalDate> own;
  private final List<LocalDate> others;

  Pairing(@Nullable Granularity granularity, DateRange range, DateRange beside) {
    this.granularity = granularity;
    this.beside = beside;
    this.own = granularity == null ? List.of() : granularity.periodsOf(range);
    this.others = granularity == null ? List.of() : granularity.periodsOf(beside);
  }

  /** The groups that stand beside the given ones. */
  List<GroupKey> groupsBeside(List<Figures.Group> groups) {
    return groups.stream()
        .map(group -> groupBeside(group.key()))
        .filter(key -> granularity == null || key.periodStart() != null)
        .toList();
  }

  /** The group that stands beside one; without a period where the other range has fewer. */
  GroupKey groupBeside(GroupKey key) {
    LocalDate start = key.periodStart();
    int position = start == null ? -1 : own.indexOf(start);
    return key.at(position < 0 || position >= others.size() ? null : others.get(position));
  }

  /** Days of the period that stands beside; the whole range without a granularity. */
  @Nullable DateRange periodBeside(GroupKey key) {
    if (granularity == null) {
      return beside;
    }
    LocalDate start = groupBeside(key).periodStart();
    return start == null ? null : granularity.period(start, beside);
  }

  DateRange range() {
    return beside;
  }
}
