package io.outlay.scoring.training;

import io.outlay.scoring.train.BoostingParameters;
import java.time.Duration;

/**
 * How trainings are done.
 *
 * @param history how far back rows begin
 * @param mostRows rows of a table at most; bounds memory
 * @param every when a kind that has been trained is trained again; zero for never
 * @param lease for how long a process holds a training without a sign of life
 * @param pause between looks for work
 * @param boosting how trees are boosted
 */
public record TrainingSettings(
    Duration history,
    int mostRows,
    Duration every,
    Duration lease,
    Duration pause,
    BoostingParameters boosting) {

  /** Thirteen months, once a week. */
  public static final TrainingSettings DEFAULT =
      new TrainingSettings(
          Duration.ofDays(400),
          200_000,
          Duration.ofDays(7),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          BoostingParameters.DEFAULT);

  /** The usual ones but for these. */
  public static TrainingSettings of(Duration every, Duration history, int mostRows) {
    return new TrainingSettings(
        history, mostRows, every, DEFAULT.lease(), DEFAULT.pause(), DEFAULT.boosting());
  }
}
