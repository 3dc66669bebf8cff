package io.outlay.scoring.serving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.Prediction;
import io.outlay.domain.risk.PredictionLog;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userscore.KeptScore;
import io.outlay.domain.userscore.RiskBand;
import io.outlay.domain.userscore.UserScores;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Passes what was scored on demand to the log of predictions and, where a band may have changed, to
 * the kept scores. What it has passed on lately it does not pass on again.
 */
final class Memory {

  private static final int WAITING = 20_000;
  private static final long REMEMBERED = 200_000;
  private static final Duration SURE = Duration.ofMinutes(10);
  private static final long MILLIS_A_DAY = Duration.ofDays(1).toMillis();

  private final UserScores kept;
  private final DroppingBuffer<Prediction> predictions;
  private final DroppingBuffer<Owned> scores;
  private final Cache<Logged, Boolean> logged =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final Cache<Whose, RiskBand> bands =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(SURE).build();

  Memory(PredictionLog log, UserScores kept, MeterRegistry registry) {
    this.kept = kept;
    this.predictions =
        new DroppingBuffer<>(
            "predictions",
            WAITING,
            log::append,
            registry.counter("outlay.scoring.dropped", "what", "predictions"));
    this.scores =
        new DroppingBuffer<>(
            "scores",
            WAITING,
            this::keep,
            registry.counter("outlay.scoring.dropped", "what", "scores"));
  }

  void take(OrganizationId organization, Scoring.Result result) {
    List<Prediction> news =
        result.predictions().stream()
            .filter(prediction -> logged.asMap().putIfAbsent(Logged.of(prediction), true) == null)
            .toList();
    List<Owned> changed =
        result.scores().stream()
            .map(score -> new Owned(organization, score.kept()))
            .filter(score -> bands.getIfPresent(score.whose()) != score.score().band())
            .toList();
    if (!news.isEmpty()) {
      predictions.offer(news);
    }
    if (!changed.isEmpty()) {
      scores.offer(changed);
    }
  }

  private Mono<Void> keep(List<Owned> batch) {
    Map<OrganizationId, Map<Whose, Owned>> latest =
        batch.stream()
            .collect(
                Collectors.groupingBy(
                    Owned::organization,
                    Collectors.toMap(
                        Owned::whose, owned -> owned, Owned::later, LinkedHashMap::new)));
    return Flux.fromIterable(latest.entrySet())
        .concatMap(
            entry ->
                kept.keep(
                        entry.getKey(),
                        entry.getValue().values().stream().map(Owned::score).toList())
                    .doOnSuccess(
                        done ->
                            entry
                                .getValue()
                                .forEach((whose, owned) -> bands.put(whose, owned.score().band()))))
        .then();
  }

  /** Of one user and model one prediction a UTC day is kept. */
  private record Logged(long modelId, long userId, long day) {

    static Logged of(Prediction prediction) {
      return new Logged(
          prediction.modelId(),
          prediction.userId(),
          Math.floorDiv(prediction.scoredAt().toEpochMilli(), MILLIS_A_DAY));
    }
  }

  private record Whose(OrganizationId organization, RiskKind kind, long userId) {}

  private record Owned(OrganizationId organization, KeptScore score) {

    Whose whose() {
      return new Whose(organization, score.kind(), score.userId());
    }

    static Owned later(Owned one, Owned other) {
      return other.score.scoredAt().isAfter(one.score.scoredAt()) ? other : one;
    }
  }
}
