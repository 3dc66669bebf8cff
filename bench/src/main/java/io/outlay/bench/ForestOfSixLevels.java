package io.outlay.bench;

import java.util.SplittableRandom;
import ml.dmlc.xgboost4j.java.XgboostNative;

/** A classifier of 200 trees of depth 6 over 30 features, grown full on rows of chance. */
@SuppressWarnings("ArrayRecordComponent") // a file, never compared
record ForestOfSixLevels(byte[] file) {

  static final int FEATURES = 30;
  private static final int TREES = 200;
  private static final int TRAINING_ROWS = 20_000;

  static ForestOfSixLevels train() {
    float[] rows = rows(TRAINING_ROWS, 1);
    long matrix = XgboostNative.createMatrix(rows, TRAINING_ROWS, FEATURES);
    XgboostNative.setRowValues(matrix, "label", labels(rows));
    long booster = XgboostNative.createBooster(matrix);
    try {
      XgboostNative.setParameter(booster, "objective", "binary:logistic");
      XgboostNative.setParameter(booster, "max_depth", "6");
      XgboostNative.setParameter(booster, "eta", "0.05");
      XgboostNative.setParameter(booster, "nthread", "1");
      for (int tree = 0; tree < TREES; tree++) {
        XgboostNative.boost(booster, tree, matrix);
      }
      return new ForestOfSixLevels(XgboostNative.save(booster, "ubj"));
    } finally {
      XgboostNative.freeBooster(booster);
      XgboostNative.freeMatrix(matrix);
    }
  }

  /** The model without the engine; the caller frees it. */
  long open() {
    long booster = XgboostNative.createBooster();
    XgboostNative.load(booster, file);
    XgboostNative.setParameter(booster, "nthread", "1");
    return booster;
  }

  /** Rows of chance, one after the other. */
  static float[] rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count * FEATURES];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** A label that hangs on several features and on chance. */
  private static float[] labels(float[] rows) {
    SplittableRandom random = new SplittableRandom(2);
    float[] labels = new float[rows.length / FEATURES];
    for (int i = 0; i < labels.length; i++) {
      int at = i * FEATURES;
      double margin = rows[at] * rows[at + 1] + rows[at + 2] - Math.abs(rows[at + 3]);
      labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
    }
    return labels;
  }
}
