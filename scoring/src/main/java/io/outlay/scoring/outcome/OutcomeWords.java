package io.outlay.scoring.outcome;

import io.outlay.domain.risk.ChurnSettings;
import io.outlay.domain.risk.FirstPurchaseSettings;
import io.outlay.domain.risk.FraudSettings;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskSettings;

/** What a model foretells, in words for its card. */
public final class OutcomeWords {

  private OutcomeWords() {}

  /** The definition by the organization's settings, in English. */
  public static String of(RiskKind kind, RiskSettings settings) {
    return switch (kind) {
      case CHURN -> churn(settings.churn());
      case FIRST_PURCHASE -> firstPurchase(settings.firstPurchase());
      case FRAUD -> fraud(settings.fraud());
    };
  }

  private static String churn(ChurnSettings churn) {
    return """
    Asked of users active on the UTC day itself or the %d days before. It happened when a run of %d inactive days \
    began on one of the %d days after. An outcome is known %d days after the time, and rows before that are left \
    out, not counted as staying. Times until the run are censored where a run could not yet be known to have begun.\
    """
        .formatted(
            churn.activeDays() - 1,
            churn.inactiveRunDays(),
            churn.horizonDays(),
            churn.ripeAfterDays());
  }

  private static String firstPurchase(FirstPurchaseSettings purchase) {
    return """
    Asked of users who never bought, once within each of the days %s after sign-up. It happened when they bought \
    within %d days; a purchase wholly refunded within the same days %s.\
    """
        .formatted(
            purchase.agesDays(),
            purchase.horizonDays(),
            purchase.isRefundCounted() ? "counts" : "does not count");
  }

  private static String fraud(FraudSettings fraud) {
    return """
    Asked of users nobody had labelled, active on the UTC day itself or the %d days before. It happened when the latest known label says so; labels are awaited for %d \
    days. Users without a label are learned from as if honest, and the probability of a label is divided by %s, \
    the share of abusers assumed to be labelled in the end, whoever they are (Elkan and Noto 2008).\
    """
        .formatted(
            fraud.activeDays() - 1, fraud.ripeAfterDays(), fraud.labelFrequency().toPlainString());
  }
}
