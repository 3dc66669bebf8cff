package io.outlay.scoring.experiment;

import io.outlay.domain.money.Micros;
import io.outlay.domain.risk.Costs;

/**
 * What wrong answers cost, in micros of the organization's reporting currency.
 *
 * @param falseAlarmMicros of acting on a user of whom it does not come true, 0 or more
 * @param missMicros of not acting on one of whom it does, 0 or more
 */
public record ErrorCosts(long falseAlarmMicros, long missMicros) {

  /** Refuses costs that would be gains. */
  public ErrorCosts {
    if (falseAlarmMicros < 0 || missMicros < 0) {
      throw new IllegalArgumentException("costs " + falseAlarmMicros + ", " + missMicros);
    }
  }

  /** An organization's costs in micros. */
  public static ErrorCosts of(Costs costs) {
    return new ErrorCosts(Micros.of(costs.falseAlarm()), Micros.of(costs.miss()));
  }

  /** What an answer cost: nothing where it was right. */
  public long of(boolean acted, boolean happened) {
    if (acted == happened) {
      return 0;
    }
    return acted ? falseAlarmMicros : missMicros;
  }
}
