package io.outlay.scoring.experiment;

import io.outlay.domain.risk.ExperimentPlan;
import io.outlay.domain.risk.ExperimentResult;
import io.outlay.domain.risk.ModelDifference;
import java.util.Locale;

/**
 * What follows from a comparison by the plan that was declared before.
 *
 * @param explanation in words, with the figures that decided
 */
record Verdict(Kind kind, String explanation) {

  enum Kind {
    BETTER,
    NOT_BETTER,
    TOO_FEW,
    TOO_COSTLY
  }

  /** At the end, where no user was scored by both models. */
  static Verdict ofNobody(ExperimentPlan plan) {
    return new Verdict(
        Kind.TOO_FEW,
        "No user with known outcome was scored by both models; declared were %d."
            .formatted(plan.minimumUsers()));
  }

  /** At the end, when all outcomes are known. */
  static Verdict of(ExperimentPlan plan, ExperimentResult result) {
    if (result.users() < plan.minimumUsers()) {
      return new Verdict(
          Kind.TOO_FEW,
          "%d users with known outcome, fewer than the %d declared."
              .formatted(result.users(), plan.minimumUsers()));
    }
    if (isTooCostly(plan, result)) {
      return tooCostly(plan, result);
    }
    ModelDifference decisive = decisive(plan, result);
    boolean isBetter = decisive.pValue() < plan.significance();
    return new Verdict(
        isBetter ? Kind.BETTER : Kind.NOT_BETTER,
        "%s %s on %d users: p = %.4f, declared %.4f."
            .formatted(
                told(plan, decisive),
                isBetter ? "is better" : "is not shown to be better",
                result.users(),
                decisive.pValue(),
                plan.significance()));
  }

  /** On the way: an end for what already costs more than it may. */
  static boolean isTooCostly(ExperimentPlan plan, ExperimentResult result) {
    return result.lossMicros() > plan.mostLossMicros();
  }

  static Verdict tooCostly(ExperimentPlan plan, ExperimentResult result) {
    return new Verdict(
        Kind.TOO_COSTLY,
        "Wrong answers cost %s micros more than the champion's, declared at most %d."
            .formatted(result.lossMicros(), plan.mostLossMicros()));
  }

  /** Whether the first model is better than the second by the same measure. */
  static boolean isWorse(ExperimentPlan plan, ExperimentResult result) {
    return decisive(plan, result).pValue() > 1 - plan.significance();
  }

  private static ModelDifference decisive(ExperimentPlan plan, ExperimentResult result) {
    return switch (plan.metric()) {
      case ROC_AUC -> result.rocAuc();
      case COST -> result.costMicros();
    };
  }

  private static String told(ExperimentPlan plan, ModelDifference difference) {
    return switch (plan.metric()) {
      case ROC_AUC ->
          String.format(
              Locale.ROOT, "ROC-AUC %.4f against %.4f", difference.second(), difference.first());
      case COST ->
          String.format(
              Locale.ROOT,
              "A mean cost of %.0f micros a user against %.0f",
              difference.second(),
              difference.first());
    };
  }
}
