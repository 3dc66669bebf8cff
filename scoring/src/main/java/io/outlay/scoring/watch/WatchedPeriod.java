package io.outlay.scoring.watch;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.LoggedPrediction;
import io.outlay.domain.risk.PredictionWindow;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.registry.ServedModel;
import java.util.List;

/**
 * What a model said in a period of the users it was made for, each once.
 *
 * @param referenceRows how many rows the model's background was made of
 */
record WatchedPeriod(
    PredictionWindow window,
    ServedModel model,
    long referenceRows,
    List<LoggedPrediction> predictions) {

  WatchedPeriod {
    predictions = List.copyOf(predictions);
  }

  OrganizationId organization() {
    return window.organization();
  }

  RiskKind kind() {
    return window.kind();
  }

  double[] probabilities() {
    return predictions.stream().mapToDouble(LoggedPrediction::probability).toArray();
  }
}
