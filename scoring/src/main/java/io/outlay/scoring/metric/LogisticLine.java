package io.outlay.scoring.metric;

/**
 * Logistic regression on one variable by Newton's method: the probability of a row is 1 / (1 +
 * exp(-(intercept + slope x))).
 *
 * @param slope NaN where positives and negatives are separated, so that no finite slope is best
 */
public record LogisticLine(double intercept, double slope) {

  private static final int MOST_STEPS = 100;
  private static final double CLOSE = 1e-10;

  /** Fits to targets from 0 to 1, which may be fractions. */
  public static LogisticLine fit(double[] x, double[] targets) {
    double a = 0;
    double b = 1;
    for (int step = 0; step < MOST_STEPS; step++) {
      double ga = 0;
      double gb = 0;
      double haa = 0;
      double hab = 0;
      double hbb = 0;
      for (int i = 0; i < x.length; i++) {
        double p = 1 / (1 + Math.exp(-(a + b * x[i])));
        double weight = p * (1 - p);
        ga += targets[i] - p;
        gb += (targets[i] - p) * x[i];
        haa += weight;
        hab += weight * x[i];
        hbb += weight * x[i] * x[i];
      }
      double determinant = haa * hbb - hab * hab;
      double stepA = (hbb * ga - hab * gb) / determinant;
      double stepB = (haa * gb - hab * ga) / determinant;
      if (!Double.isFinite(stepA) || !Double.isFinite(stepB)) {
        return new LogisticLine(Double.NaN, Double.NaN);
      }
      // A full step can overshoot where the start is far away.
      double size = Math.max(1, Math.max(Math.abs(stepA), Math.abs(stepB)) / 2);
      a += stepA / size;
      b += stepB / size;
      if (Math.abs(stepA) + Math.abs(stepB) < CLOSE) {
        return new LogisticLine(a, b);
      }
    }
    return new LogisticLine(Double.NaN, Double.NaN);
  }
}
