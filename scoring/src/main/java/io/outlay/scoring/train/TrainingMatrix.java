package io.outlay.scoring.train;

import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.metric.SurvivalTimes;
import ml.dmlc.xgboost4j.java.XgboostNative;

/** Rows with their outcome in native memory. For one thread. */
final class TrainingMatrix implements AutoCloseable {

  private final long handle;

  private TrainingMatrix(FeatureMatrix rows) {
    handle = XgboostNative.createMatrix(rows.values(), rows.rows(), rows.columns());
  }

  static TrainingMatrix of(FeatureMatrix rows, Outcome outcome, TimeScale scale) {
    TrainingMatrix matrix = new TrainingMatrix(rows);
    switch (outcome) {
      case Outcome.Binary binary -> matrix.label(binary.labels());
      case Outcome.Survival survival -> matrix.bound(survival.times(), scale);
    }
    return matrix;
  }

  long handle() {
    return handle;
  }

  private void label(boolean[] labels) {
    float[] values = new float[labels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = labels[i] ? 1 : 0;
    }
    XgboostNative.setRowValues(handle, "label", values);
  }

  /** A censored time has no upper bound. */
  private void bound(SurvivalTimes observed, TimeScale scale) {
    float[] lower = new float[observed.size()];
    float[] upper = new float[observed.size()];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = (float) scale.scaled(observed.times()[i]);
      upper[i] = observed.events()[i] ? lower[i] : Float.POSITIVE_INFINITY;
    }
    XgboostNative.setRowValues(handle, "label_lower_bound", lower);
    XgboostNative.setRowValues(handle, "label_upper_bound", upper);
  }

  @Override
  public void close() {
    XgboostNative.freeMatrix(handle);
  }
}
