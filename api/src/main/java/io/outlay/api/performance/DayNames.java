package io.outlay.api.performance;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Level;
import io.outlay.domain.platform.NamesOfDays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that what rows speak of had on their days. */
record DayNames(Map<Level, NamesOfDays> names) {

  /** Present names everywhere. */
  static final DayNames NONE = new DayNames(Map.of());

  /** The name on the row's day; the present one for a row over several days. */
  String name(Level level, @Nullable DateRange period, long id, String nameNow) {
    return period != null && period.days() == 1
        ? names.getOrDefault(level, NamesOfDays.NONE).nameOn(period.from(), id, nameNow)
        : nameNow;
  }
}
