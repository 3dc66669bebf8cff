package io.outlay.domain.risk;

import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Predictions of which it is not written down yet what became true. */
public interface PendingPredictions {

  /**
   * The oldest ones, each user and time once, whatever the number of models.
   *
   * @param after only those later than this one; null from the oldest on
   * @param most at most so many
   */
  Mono<List<PendingPrediction>> oldest(
      OrganizationId organization, RiskKind kind, @Nullable PendingPrediction after, int most);

  /**
   * Writes down what became true, by one statement, for every model that foretold it.
   *
   * @param knownAt when it became known
   * @return number of predictions that were pending and are not any more
   */
  Mono<Long> conclude(
      OrganizationId organization,
      RiskKind kind,
      Map<PendingPrediction, PredictionOutcome> outcomes,
      Instant knownAt);
}
