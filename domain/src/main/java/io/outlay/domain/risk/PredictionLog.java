package io.outlay.domain.risk;

import java.util.List;
import reactor.core.publisher.Mono;

/** What models said, kept until it can be compared with what became true. */
public interface PredictionLog {

  /**
   * Keeps predictions, by one statement for each organization in them. Of one user, kind and model
   * one prediction a UTC day is kept, the first.
   */
  Mono<Void> append(List<Prediction> predictions);
}
