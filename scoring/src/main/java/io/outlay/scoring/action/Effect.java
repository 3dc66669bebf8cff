package io.outlay.scoring.action;

import org.jspecify.annotations.Nullable;

/**
 * What came of a rule: how often what was foretold became true of those it acted on, and of those
 * it left alone.
 *
 * @param difference acted less control; null while either group has no known outcome
 */
public record Effect(Group acted, Group control, @Nullable DifferenceInterval difference) {

  /**
   * One group.
   *
   * @param decisions in it
   * @param known of them, whose outcome is known
   * @param happened of the known ones, of whom it became true
   */
  public record Group(long decisions, long known, long happened) {}

  static Effect of(Group acted, Group control) {
    return new Effect(
        acted,
        control,
        acted.known() == 0 || control.known() == 0
            ? null
            : DifferenceInterval.of(
                acted.happened(), acted.known(), control.happened(), control.known()));
  }
}
