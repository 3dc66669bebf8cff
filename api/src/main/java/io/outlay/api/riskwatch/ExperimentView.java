package io.outlay.api.riskwatch;

import io.outlay.domain.money.Money;
import io.outlay.domain.risk.ExperimentResult;
import io.outlay.domain.risk.ModelDifference;
import org.jspecify.annotations.Nullable;

/** What two models came to, as a caller sees it. */
record ExperimentView(long userCount, long positiveCount, @Nullable Comparison rocAuc, Costs cost) {

  static ExperimentView of(ExperimentResult result, String currency) {
    return new ExperimentView(
        result.users(),
        result.positives(),
        Comparison.of(result.rocAuc()),
        Costs.of(result, currency));
  }

  /** A figure of both. */
  record Comparison(double champion, double model, double low, double high, double pValue) {

    static @Nullable Comparison of(ModelDifference difference) {
      return Double.isFinite(difference.pValue())
          ? new Comparison(
              difference.first(),
              difference.second(),
              difference.low(),
              difference.high(),
              difference.pValue())
          : null;
    }
  }

  /** What wrong answers of both cost. */
  record Costs(
      Money champion,
      Money model,
      Money loss,
      Money lossPerUserLow,
      Money lossPerUserHigh,
      double pValue) {

    static Costs of(ExperimentResult result, String currency) {
      return new Costs(
          Money.ofMicros(result.championCostMicros(), currency),
          Money.ofMicros(result.modelCostMicros(), currency),
          Money.ofMicros(result.lossMicros(), currency),
          Money.ofMicros(Math.round(result.costMicros().low()), currency),
          Money.ofMicros(Math.round(result.costMicros().high()), currency),
          result.costMicros().pValue());
    }
  }
}
