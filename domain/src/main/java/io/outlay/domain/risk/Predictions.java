package io.outlay.domain.risk;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What models said, to be looked at. */
public interface Predictions {

  /**
   * Of each user the newest prediction of the window, so that rows are independent of each other.
   * Where there are more users than asked for, the same ones each time, chosen by a hash. Those the
   * question did not apply to are left out.
   *
   * @param most users at most
   */
  Flux<LoggedPrediction> newest(PredictionWindow window, int most);

  /** How many predictions of the window there are, and of how many the outcome is known. */
  Mono<WindowCounts> counts(PredictionWindow window);

  /**
   * Known outcomes beside what two models said of the same users on the same days, of each user the
   * newest.
   *
   * @param window of the first model
   * @param secondModelId the second
   * @param most users at most
   */
  Flux<PairedPrediction> pairs(PredictionWindow window, long secondModelId, int most);
}
