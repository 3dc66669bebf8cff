package io.outlay.scoring.watch;

import io.outlay.domain.risk.LoggedPrediction;
import io.outlay.domain.risk.ModelFeature;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.RiskSettings;
import java.util.Collections;
import java.util.List;

/**
 * Users a model was made for. A model of first purchases learns from users of certain ages only;
 * whoever asks it about others is answered, but they say nothing about whether it has aged.
 *
 * @param ageFeature place of the age among the features; -1 where every age counts
 * @param mostDays age beyond which a user is not one of them
 */
record Population(int ageFeature, double mostDays) {

  private static final String AGE = "days_since_sign_up";

  static Population of(RiskKind kind, RiskSettings settings, RiskModel model) {
    return kind == RiskKind.FIRST_PURCHASE
        ? new Population(
            model.features().stream().map(ModelFeature::name).toList().indexOf(AGE),
            Collections.max(settings.firstPurchase().agesDays()) + 1)
        : new Population(-1, Double.POSITIVE_INFINITY);
  }

  List<LoggedPrediction> among(List<LoggedPrediction> predictions) {
    return predictions.stream()
        .filter(one -> ageFeature < 0 || one.features()[ageFeature] <= mostDays)
        .toList();
  }
}
