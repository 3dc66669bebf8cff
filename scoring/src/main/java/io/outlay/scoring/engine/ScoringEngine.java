package io.outlay.scoring.engine;

/**
 * One loaded model. Safe to share between threads. Every prediction is one native call for the
 * whole batch and <b>blocks</b>: reactive callers run it on a bounded scheduler. After {@link
 * #close()} predictions throw {@link IllegalStateException}.
 */
public interface ScoringEngine extends AutoCloseable {

  /** Number of features of a row. */
  int features();

  /** What the margin means. */
  Objective objective();

  /** The margin before anything is known of a row, in units of the margin. */
  double baseValue();

  /** Raw margins, one a row; for a classifier log-odds before calibration. */
  float[] margins(FeatureMatrix rows);

  /** Margins told apart by feature; costs some milliseconds a row where trees are deep. */
  Contributions contributions(FeatureMatrix rows);

  /** Probabilities before calibration (hazard ratios or times of survival models), one a row. */
  default double[] outputs(FeatureMatrix rows) {
    float[] margins = margins(rows);
    double[] outputs = new double[margins.length];
    for (int i = 0; i < margins.length; i++) {
      outputs[i] = objective().output(margins[i]);
    }
    return outputs;
  }

  /** Waits for running predictions and gives native memory back; a second call does nothing. */
  @Override
  void close();
}
