package io.outlay.ingestion.simulator.world;

import java.time.LocalDate;
import java.util.List;

/**
 * A campaign of one title.
 *
 * @param id its number
 * @param index its place in the account, from 0
 * @param plan what it is for
 * @param baseBudget money for a day in smallest units, before the quarter's change
 * @param life when it lives
 * @param seed what its figures are drawn from
 * @param groups its ad groups
 */
public record Campaign(
    long id,
    int index,
    CampaignPlan plan,
    long baseBudget,
    Life life,
    long seed,
    List<AdGroup> groups) {

  /** Days looked back for the last change. */
  private static final int CHANGES = 400;

  /** Copies the groups. */
  public Campaign {
    groups = List.copyOf(groups);
  }

  /** Where it stands on {@code day}. */
  public LifeState stateOn(LocalDate day) {
    return life.on(day);
  }

  /** Its name on {@code day}: some are renamed. */
  public String nameOn(LocalDate day) {
    if (plan.namedByMonth()) {
      LocalDate named = day.getDayOfMonth() < 15 ? day.minusMonths(1) : day;
      return plan.name() + " " + named.getYear() + "-" + "%02d".formatted(named.getMonthValue());
    }
    LocalDate renamed = life.renamedOn();
    return renamed != null && !day.isBefore(renamed) ? plan.name() + " (scaled)" : plan.name();
  }

  /** Money for {@code day} in smallest units: it changes with the quarter. */
  public long budgetOn(LocalDate day) {
    long quarter = day.getYear() * 4L + (day.getMonthValue() - 1) / 3;
    long permille = 850 + 50L * Mix.below(9, seed, quarter);
    return Math.max(1, baseBudget * permille / 1_000);
  }

  /** The first day of its life. */
  public LocalDate born() {
    return life.born();
  }

  /** The last day on or before {@code today} on which its name, state or budget became another. */
  public LocalDate changedOn(LocalDate today) {
    LocalDate day = today;
    for (int i = 0; i < CHANGES && day.isAfter(born()); i++) {
      LocalDate before = day.minusDays(1);
      if (stateOn(day) != stateOn(before)
          || budgetOn(day) != budgetOn(before)
          || !nameOn(day).equals(nameOn(before))) {
        return day;
      }
      day = before;
    }
    return day;
  }
}
