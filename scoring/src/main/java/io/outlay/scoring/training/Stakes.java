package io.outlay.scoring.training;

import io.outlay.domain.risk.Costs;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskSettings;

/**
 * What an organization decided about mistakes and labels of a kind.
 *
 * @param labelFrequency share of positives that are labelled as such, above 0 and at most 1; 1
 *     where every one is known
 */
record Stakes(Costs costs, double labelFrequency) {

  static Stakes of(RiskSettings settings, RiskKind kind) {
    return new Stakes(
        settings.costs(kind),
        kind == RiskKind.FRAUD ? settings.fraud().labelFrequency().doubleValue() : 1);
  }
}
