package io.outlay.scoring.train;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Turns a classifier's margin into a probability that comes true as often as it says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PlattCalibration.class, name = "platt"),
  @JsonSubTypes.Type(value = IsotonicCalibration.class, name = "isotonic"),
  @JsonSubTypes.Type(value = LabelFrequencyCalibration.class, name = "labelFrequency")
})
public sealed interface Calibration
    permits PlattCalibration, IsotonicCalibration, LabelFrequencyCalibration {

  /** With fewer positives a curve of many steps would follow chance. */
  int FEWEST_POSITIVES_FOR_ISOTONIC = 1_000;

  /**
   * The probability of a margin, strictly between 0 and 1 and strictly rising with it, so that no
   * two rows change their order and no ties arise: ROC-AUC stays what it was.
   */
  double probability(double margin);

  /** The model's own probability, believed as it is. */
  static Calibration none() {
    return new PlattCalibration(0, 1);
  }

  /** Learns from margins of rows the model did not see: Platt for few positives, else isotonic. */
  static Calibration fit(float[] margins, boolean[] labels) {
    return Counts.ofTrue(labels) < FEWEST_POSITIVES_FOR_ISOTONIC
        ? PlattCalibration.fit(margins, labels)
        : IsotonicCalibration.fit(margins, labels);
  }
}
