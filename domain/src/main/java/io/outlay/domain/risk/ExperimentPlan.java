package io.outlay.domain.risk;

import io.outlay.domain.error.BadRequest;

/**
 * The test that decides about a model, declared before anything is known: outcomes are looked at
 * once, when all those of the horizon are known, so that looking often makes nothing better.
 *
 * @param mode whether the model is shown to some users, or to nobody
 * @param share of the users it is shown to, above 0 and at most 0.5; 0 in the shadow
 * @param metric what decides
 * @param minimumUsers users with known outcome below which nothing is decided, 100 or more
 * @param horizonDays predictions of so many days count, 1 to 180
 * @param significance the model wins where chance explains its advantage with a smaller
 *     probability; above 0, at most 0.2
 * @param mostLossMicros how much more than the champion's its wrong answers may cost in all, in
 *     micros of the reporting currency; what costs more is ended at once
 * @param guardDays for so many days after a promotion the former champion scores on in the shadow,
 *     and comes back when the loss is exceeded; 0 to 180
 * @param promotes whether a model that wins becomes champion by itself
 */
public record ExperimentPlan(
    Mode mode,
    double share,
    Metric metric,
    int minimumUsers,
    int horizonDays,
    double significance,
    long mostLossMicros,
    int guardDays,
    boolean promotes) {

  private static final int FEWEST_USERS = 100;
  private static final int MOST_USERS = 1_000_000;
  private static final int MOST_DAYS = 180;
  private static final double MOST_SHARE = 0.5;
  private static final double MOST_SIGNIFICANCE = 0.2;

  /** Refuses what cannot be decided by, naming the field. */
  public ExperimentPlan {
    boolean isShown = mode == Mode.CHALLENGER;
    check(
        isShown ? share > 0 && share <= MOST_SHARE : share == 0,
        "input.share",
        share,
        isShown ? "above 0 and at most 0.5" : "none in the shadow");
    check(
        minimumUsers >= FEWEST_USERS && minimumUsers <= MOST_USERS,
        "input.minimumUsers",
        minimumUsers,
        "from 100 to 1,000,000");
    check(
        horizonDays >= 1 && horizonDays <= MOST_DAYS,
        "input.horizonDays",
        horizonDays,
        "from 1 to 180");
    check(
        significance > 0 && significance <= MOST_SIGNIFICANCE,
        "input.significance",
        significance,
        "above 0 and at most 0.2");
    check(mostLossMicros >= 0, "input.mostLoss", mostLossMicros, "0 or more");
    check(guardDays >= 0 && guardDays <= MOST_DAYS, "input.guardDays", guardDays, "from 0 to 180");
  }

  private static void check(boolean isRight, String field, Object value, String expected) {
    if (!isRight) {
      throw BadRequest.of(field, value, expected);
    }
  }

  /** Who is shown the model. */
  public enum Mode {
    SHADOW,
    CHALLENGER
  }

  /** What decides. */
  public enum Metric {
    /** The area under the ROC curve must be greater (DeLong's test). */
    ROC_AUC,
    /** Wrong answers must cost less (paired permutation test). */
    COST
  }
}
