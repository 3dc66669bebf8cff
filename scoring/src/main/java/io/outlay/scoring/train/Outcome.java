package io.outlay.scoring.train;

import io.outlay.scoring.engine.Objective;
import io.outlay.scoring.metric.SurvivalTimes;

/** What is to be foretold, one a row. */
public sealed interface Outcome {

  /** Number of rows. */
  int rows();

  /** The named rows, in the order named. */
  Outcome select(int[] rows);

  /** Rows in which what is foretold happened. */
  int positives();

  /** What a model of it is trained for. */
  Objective objective();

  /**
   * Yes or no.
   *
   * @param labels true where it happened
   */
  @SuppressWarnings("ArrayRecordComponent") // a column, read only
  record Binary(boolean[] labels) implements Outcome {

    @Override
    public int rows() {
      return labels.length;
    }

    @Override
    public Binary select(int[] rows) {
      boolean[] chosen = new boolean[rows.length];
      for (int i = 0; i < rows.length; i++) {
        chosen[i] = labels[rows[i]];
      }
      return new Binary(chosen);
    }

    @Override
    public int positives() {
      return Counts.ofTrue(labels);
    }

    @Override
    public Objective objective() {
      return Objective.LOGISTIC;
    }
  }

  /**
   * When, or not until when.
   *
   * @param times observed or censored times
   */
  record Survival(SurvivalTimes times) implements Outcome {

    @Override
    public int rows() {
      return times.size();
    }

    @Override
    public Survival select(int[] rows) {
      return new Survival(times.select(rows));
    }

    @Override
    public int positives() {
      return Counts.ofTrue(times.events());
    }

    @Override
    public Objective objective() {
      return Objective.AFT;
    }
  }
}
