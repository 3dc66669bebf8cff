package io.outlay.ingestion.simulator.world;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a campaign lives.
 *
 * @param born first day
 * @param restsMonthly whether it pauses on the 20th to 23rd of every month
 * @param pauses other days on which it rests
 * @param endsOn the day from which {@code ending} holds, null where it goes on
 * @param ending what it is in the end
 * @param renamedOn the day from which it carries another name, null where it keeps its own
 */
record Life(
    LocalDate born,
    boolean restsMonthly,
    List<DayRange> pauses,
    @Nullable LocalDate endsOn,
    LifeState ending,
    @Nullable LocalDate renamedOn) {

  Life {
    pauses = List.copyOf(pauses);
  }

  static Life from(LocalDate born) {
    return new Life(born, false, List.of(), null, LifeState.ACTIVE, null);
  }

  Life restingMonthly() {
    return new Life(born, true, pauses, endsOn, ending, renamedOn);
  }

  Life resting(LocalDate first, LocalDate last) {
    return new Life(
        born, restsMonthly, List.of(new DayRange(first, last)), endsOn, ending, renamedOn);
  }

  Life ending(LocalDate on, LifeState as) {
    return new Life(born, restsMonthly, pauses, on, as, renamedOn);
  }

  Life renamed(LocalDate on) {
    return new Life(born, restsMonthly, pauses, endsOn, ending, on);
  }

  LifeState on(LocalDate day) {
    if (day.isBefore(born)) {
      return LifeState.UNBORN;
    }
    if (endsOn != null && !day.isBefore(endsOn)) {
      return ending;
    }
    boolean rests =
        (restsMonthly && day.getDayOfMonth() >= 20 && day.getDayOfMonth() <= 23)
            || pauses.stream().anyMatch(pause -> pause.contains(day));
    return rests ? LifeState.PAUSED : LifeState.ACTIVE;
  }
}
