package io.outlay.scoring.engine;

import io.outlay.domain.error.BadRequest;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a model was trained for, and therefore what its margin means. */
public enum Objective {
  /** Margin in log-odds; the output is a probability. */
  LOGISTIC("binary:logistic"),
  /** Cox proportional hazards: margin in log hazard; the output is a hazard ratio. */
  COX("survival:cox"),
  /** Accelerated failure time: margin in log time; the output is a time. */
  AFT("survival:aft");

  private final String xgboostName;

  Objective(String xgboostName) {
    this.xgboostName = xgboostName;
  }

  /** XGBoost's name of it. */
  public String xgboostName() {
    return xgboostName;
  }

  /** The model's own output for a margin: probability, hazard ratio or time; never NaN. */
  public double output(double margin) {
    return this == LOGISTIC ? 1 / (1 + Math.exp(-margin)) : Math.exp(margin);
  }

  static Objective of(String xgboostName) {
    return Arrays.stream(values())
        .filter(objective -> objective.xgboostName.equals(xgboostName))
        .findFirst()
        .orElseThrow(
            () ->
                BadRequest.of(
                    "objective",
                    xgboostName,
                    Arrays.stream(values())
                        .map(Objective::xgboostName)
                        .collect(Collectors.joining(", ", "one of ", ""))));
  }
}
