package io.outlay.scoring.engine;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.XgboostNative;

/** A real model of three features, trained in a moment on rows with missing values. */
public final class SmallModel {

  public static final int FEATURES = 3;

  private SmallModel() {}

  /** The file of a classifier; the format is ubj or json. */
  public static byte[] file(String format) {
    FeatureMatrix rows = rows(400, 1);
    float[] labels = new float[rows.rows()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = rows.at(i, 0) > 0 ^ rows.at(i, 1) > 0.3 ? 1 : 0;
    }
    long matrix = XgboostNative.createMatrix(rows.values(), rows.rows(), FEATURES);
    long booster = XgboostNative.createBooster(matrix);
    try {
      XgboostNative.setRowValues(matrix, "label", labels);
      XgboostNative.setParameter(booster, "objective", "binary:logistic");
      XgboostNative.setParameter(booster, "base_score", "0.25");
      XgboostNative.setParameter(booster, "nthread", "1");
      IntStream.range(0, 20).forEach(round -> XgboostNative.boost(booster, round, matrix));
      return XgboostNative.save(booster, format);
    } finally {
      XgboostNative.freeBooster(booster);
      XgboostNative.freeMatrix(matrix);
    }
  }

  static XgboostEngine engine() {
    return XgboostEngine.load(ModelFile.read(file("ubj")));
  }

  /** Random rows, a tenth of whose values are missing. */
  public static FeatureMatrix rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count * FEATURES];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(10) == 0 ? Float.NaN : (float) random.nextDouble(-1, 1);
    }
    return new FeatureMatrix(values, count, FEATURES);
  }
}
