package io.outlay.scoring.train;

import java.util.Map;
import ml.dmlc.xgboost4j.java.XgboostNative;

/** One booster while it grows. For one thread; freed on close, before its matrices. */
final class Boosting implements AutoCloseable {

  private static final String HELD_OUT = "heldout";

  private final long handle;
  private final TrainingMatrix training;
  private final TrainingMatrix heldOut;
  private int rounds;

  /**
   * @param heldOut rows not trained on; the training rows themselves where none are held out
   */
  Boosting(TrainingMatrix training, TrainingMatrix heldOut, Map<String, String> parameters) {
    this.training = training;
    this.heldOut = heldOut;
    this.handle = XgboostNative.createBooster(training.handle(), heldOut.handle());
    parameters.forEach((name, value) -> XgboostNative.setParameter(handle, name, value));
  }

  /** Adds a tree. */
  void boost() {
    XgboostNative.boost(handle, rounds++, training.handle());
  }

  /** Mean loss on the held-out rows. */
  double heldOutLoss() {
    String told = XgboostNative.evaluate(handle, rounds, heldOut.handle(), HELD_OUT);
    return Double.parseDouble(told.substring(told.lastIndexOf(':') + 1).strip());
  }

  /** Margins of the held-out rows. */
  float[] heldOutMargins() {
    return XgboostNative.margins(handle, heldOut.handle());
  }

  /** The model file in UBJSON. */
  byte[] file(String[] features) {
    XgboostNative.nameFeatures(handle, features);
    return XgboostNative.save(handle, "ubj");
  }

  @Override
  public void close() {
    XgboostNative.freeBooster(handle);
  }
}
