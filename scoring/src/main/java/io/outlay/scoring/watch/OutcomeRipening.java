package io.outlay.scoring.watch;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.PendingPrediction;
import io.outlay.domain.risk.PendingPredictions;
import io.outlay.domain.risk.PredictionOutcome;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.outcome.KnownOutcome;
import io.outlay.scoring.outcome.Outcomes;
import io.outlay.scoring.outcome.Sample;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Writes down beside predictions what became true, oldest first, a portion at a time. Outcomes
 * ripen in the order of their predictions, so it ends at the first portion in which nothing is
 * ripe.
 */
final class OutcomeRipening {

  private static final int PORTION = 5_000;
  private static final int MOST_PORTIONS = 200;

  private final PendingPredictions pending;
  private final Outcomes outcomes;

  OutcomeRipening(PendingPredictions pending, Outcomes outcomes) {
    this.pending = pending;
    this.outcomes = outcomes;
  }

  /** Gives how many predictions were concluded. */
  Mono<Long> ripen(OrganizationId organization, RiskKind kind, Instant now) {
    return portion(organization, kind, null, now)
        .expand(
            done ->
                done.next() == null ? Mono.empty() : portion(organization, kind, done.next(), now))
        .take(MOST_PORTIONS)
        .reduce(0L, (sum, done) -> sum + done.concluded());
  }

  /** Writes down of these what is known by now, and gives it. */
  Mono<Map<PendingPrediction, PredictionOutcome>> conclude(
      OrganizationId organization, RiskKind kind, List<PendingPrediction> asked, Instant now) {
    List<Sample> samples =
        asked.stream().map(one -> new Sample(one.userId(), one.scoredAt())).toList();
    return outcomes
        .of(organization, kind, samples, now)
        .map(found -> known(asked, found))
        .delayUntil(
            known ->
                known.isEmpty() ? Mono.empty() : pending.conclude(organization, kind, known, now));
  }

  private Mono<Portion> portion(
      OrganizationId organization, RiskKind kind, @Nullable PendingPrediction after, Instant now) {
    return pending
        .oldest(organization, kind, after, PORTION)
        .filter(asked -> !asked.isEmpty())
        .flatMap(
            asked ->
                conclude(organization, kind, asked, now).map(known -> Portion.of(asked, known)));
  }

  private static Map<PendingPrediction, PredictionOutcome> known(
      List<PendingPrediction> asked, List<KnownOutcome> found) {
    Map<PendingPrediction, PredictionOutcome> known = new HashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      switch (found.get(i)) {
        case HAPPENED -> known.put(asked.get(i), PredictionOutcome.HAPPENED);
        case DID_NOT_HAPPEN -> known.put(asked.get(i), PredictionOutcome.DID_NOT_HAPPEN);
        case NOT_ASKED -> known.put(asked.get(i), PredictionOutcome.NOT_ASKED);
        case UNRIPE -> {
          // stays pending
        }
      }
    }
    return known;
  }

  /**
   * A portion that was looked at.
   *
   * @param next where the next one begins; null where there is none worth looking at
   */
  private record Portion(long concluded, @Nullable PendingPrediction next) {

    static Portion of(
        List<PendingPrediction> asked, Map<PendingPrediction, PredictionOutcome> known) {
      boolean isRipe = known.values().stream().anyMatch(one -> one != PredictionOutcome.NOT_ASKED);
      return new Portion(known.size(), isRipe && asked.size() == PORTION ? asked.getLast() : null);
    }
  }
}
