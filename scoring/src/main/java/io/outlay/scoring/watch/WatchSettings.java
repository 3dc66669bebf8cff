package io.outlay.scoring.watch;

import io.outlay.domain.risk.ExperimentPlan;
import java.time.Duration;

/**
 * How models are watched.
 *
 * @param every how often
 * @param periodDays UTC days up to the present one that are compared with the past
 * @param fewestUsers with fewer in a period nothing is said
 * @param mostUsers more are not looked at, but a part that is always the same; bounds memory
 * @param keptDays for how long predictions and reports are kept
 * @param retrains whether flags over a champion lead to a training
 * @param betweenTrainings from one such training of a kind to the next at least
 * @param plan experiment that a trained model has to win, once it was better on the newest period
 */
public record WatchSettings(
    Duration every,
    int periodDays,
    int fewestUsers,
    int mostUsers,
    int keptDays,
    boolean retrains,
    Duration betweenTrainings,
    ExperimentPlan plan) {

  /** Once a day over the last seven days. */
  public static final WatchSettings DEFAULT =
      new WatchSettings(
          Duration.ofDays(1),
          7,
          200,
          10_000,
          400,
          true,
          Duration.ofDays(1),
          new ExperimentPlan(
              ExperimentPlan.Mode.SHADOW,
              0,
              ExperimentPlan.Metric.ROC_AUC,
              500,
              7,
              0.05,
              1_000_000_000,
              7,
              true));

  /** The usual ones but for these. */
  public static WatchSettings of(
      Duration every, int keptDays, boolean retrains, Duration betweenTrainings) {
    return new WatchSettings(
        every,
        DEFAULT.periodDays,
        DEFAULT.fewestUsers,
        DEFAULT.mostUsers,
        keptDays,
        retrains,
        betweenTrainings,
        DEFAULT.plan);
  }

  /** The same, where flags only tell. */
  public WatchSettings withoutTrainings() {
    return of(every, keptDays, false, betweenTrainings);
  }
}
