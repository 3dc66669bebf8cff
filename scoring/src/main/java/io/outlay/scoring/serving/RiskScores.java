package io.outlay.scoring.serving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.error.Unavailable;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.Prediction;
import io.outlay.domain.risk.PredictionLog;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userscore.UserScores;
import io.outlay.scoring.feature.FeatureReader;
import io.outlay.scoring.feature.UserFeatures;
import io.outlay.scoring.registry.ModelShelf;
import io.outlay.scoring.registry.ServedModels;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Scores users on demand. A request is one query for features and one native call for each model
 * and wanted part, on a scheduler of its own; what others ask for at the same moment, or asked for
 * a moment ago, is shared. Safe for use by several threads; never blocks its caller.
 */
public final class RiskScores implements AutoCloseable {

  /** Most users of one request. */
  public static final int MOST_USERS = 1_000;

  private final ModelShelf shelf;
  private final FeatureReader reader;
  private final InstantSource clock;
  private final Memory memory;
  private final Scheduler scheduler;
  private final Counter scoredUsers;
  private final Counter nativeCalls;
  private final Cache<ServedModels, Lineup> lineups = Caffeine.newBuilder().weakKeys().build();
  private final SharedLoads<FeatureKey, UserFeatures> features;
  private final SharedLoads<ScoreKey, RiskScore> scores;

  /** Uses the given parts; {@link #close()} ends its threads. */
  public RiskScores(
      ModelShelf shelf,
      FeatureReader reader,
      PredictionLog log,
      UserScores kept,
      InstantSource clock,
      ServingSettings settings,
      MeterRegistry registry) {
    this.shelf = shelf;
    this.reader = reader;
    this.clock = clock;
    this.memory = new Memory(log, kept, registry);
    this.scoredUsers = registry.counter("outlay.scoring.users");
    this.nativeCalls = registry.counter("outlay.scoring.native.calls");
    this.scheduler =
        Schedulers.newBoundedElastic(
            settings.threads(), settings.waiting(), "outlay-scoring", 60, true);
    this.features =
        new SharedLoads<>(
            settings.featuresFor(),
            settings.memoryBytes(),
            (key, user) -> 200 + 4 * user.values().length,
            settings.patience());
    this.scores =
        new SharedLoads<>(
            settings.scoresFor(),
            settings.memoryBytes(),
            (key, score) -> score.weight(),
            settings.patience());
  }

  /**
   * Scores as of now, or as of a moment ago.
   *
   * @param userIds at most 1,000
   * @return an answer for each user
   */
  public Mono<Map<Long, ScoreAnswer>> now(
      OrganizationId organization, RiskKind kind, Set<Long> userIds, Parts parts) {
    requireFew(userIds);
    return answers(
        organization,
        kind,
        userIds,
        lineup ->
            shared(organization, lineup, userIds)
                .flatMap(users -> shared(organization, lineup, users, parts)));
  }

  /**
   * Scores as of a given time, past all caches and kept nowhere: for batches, whose parts must be
   * of one time.
   *
   * @param userIds at most 1,000
   * @return scores of users of whom anything is known; an error with {@link NotFound} where no
   *     model serves
   */
  public Mono<Batch> batch(
      OrganizationId organization, RiskKind kind, Set<Long> userIds, Parts parts, Instant at) {
    requireFew(userIds);
    return lineup(organization, kind)
        .switchIfEmpty(
            Mono.error(
                () -> new NotFound("There is no model at work that foretells " + kind + ".")))
        .flatMap(
            lineup ->
                reader
                    .read(organization, lineup.features(), userIds, at)
                    .flatMap(users -> computed(organization, lineup, users.values(), parts)))
        .map(result -> new Batch(result.scores(), result.predictions()))
        .onErrorMap(RejectedExecutionException.class, RiskScores::tooBusy);
  }

  /**
   * What came out of a batch.
   *
   * @param scores one a user
   * @param predictions those of all models, for the log
   */
  public record Batch(List<RiskScore> scores, List<Prediction> predictions) {

    /** Copies the lists. */
    public Batch {
      scores = List.copyOf(scores);
      predictions = List.copyOf(predictions);
    }
  }

  /**
   * The score a user has, and the one it would have with other values.
   *
   * @param values by names of features; NaN for missing
   * @return empty where nothing is known of the user, or no model serves; errors with {@link
   *     BadRequest} for a feature the model does not have
   */
  public Mono<Supposed> suppose(
      OrganizationId organization, RiskKind kind, long userId, Map<String, Float> values) {
    return lineup(organization, kind)
        .flatMap(
            lineup ->
                reader
                    .read(organization, lineup.features(), Set.of(userId), clock.instant())
                    .flatMap(users -> Mono.justOrEmpty(users.get(userId)))
                    .flatMap(user -> suppose(organization, lineup, user, values)));
  }

  /** A score and what it would be. */
  public record Supposed(RiskScore actual, RiskScore supposed) {}

  @Override
  public void close() {
    scheduler.dispose();
  }

  private Mono<Supposed> suppose(
      OrganizationId organization, Lineup lineup, UserFeatures user, Map<String, Float> values) {
    UserFeatures other = Suppositions.apply(lineup.features(), user, values);
    Mono<RiskScore> actual = one(organization, lineup, user);
    return actual.zipWhen(known -> one(organization, lineup, other), Supposed::new);
  }

  private Mono<RiskScore> one(OrganizationId organization, Lineup lineup, UserFeatures user) {
    return computed(organization, lineup, List.of(user), Parts.ALL)
        .map(result -> result.scores().getFirst());
  }

  private Mono<Map<Long, ScoreAnswer>> answers(
      OrganizationId organization,
      RiskKind kind,
      Set<Long> userIds,
      Function<Lineup, Mono<Map<Long, RiskScore>>> score) {
    return lineup(organization, kind)
        .flatMap(score)
        .map(scored -> answers(userIds, scored, NoScore.NOTHING_KNOWN))
        .switchIfEmpty(Mono.fromSupplier(() -> answers(userIds, Map.of(), NoScore.NO_MODEL)))
        .onErrorMap(RejectedExecutionException.class, RiskScores::tooBusy);
  }

  private static Map<Long, ScoreAnswer> answers(
      Set<Long> userIds, Map<Long, RiskScore> scored, NoScore otherwise) {
    Map<Long, ScoreAnswer> answers = new LinkedHashMap<>();
    for (Long userId : userIds) {
      @Nullable RiskScore score = scored.get(userId);
      answers.put(
          userId,
          score == null ? new ScoreAnswer.Missing(otherwise) : new ScoreAnswer.Scored(score));
    }
    return answers;
  }

  private Mono<Lineup> lineup(OrganizationId organization, RiskKind kind) {
    return shelf.of(organization, kind).map(models -> lineups.get(models, Lineup::of));
  }

  private Mono<Collection<UserFeatures>> shared(
      OrganizationId organization, Lineup lineup, Set<Long> userIds) {
    List<FeatureKey> keys =
        userIds.stream().map(user -> new FeatureKey(lineup.number(), user)).toList();
    return features.of(keys, missing -> read(organization, lineup, missing)).map(Map::values);
  }

  private Mono<Map<FeatureKey, UserFeatures>> read(
      OrganizationId organization, Lineup lineup, List<FeatureKey> missing) {
    List<Long> users = missing.stream().map(FeatureKey::userId).toList();
    return reader
        .read(organization, lineup.features(), users, clock.instant())
        .map(
            found -> {
              Map<FeatureKey, UserFeatures> byKey = new HashMap<>();
              found.forEach(
                  (user, known) -> byKey.put(new FeatureKey(lineup.number(), user), known));
              return byKey;
            });
  }

  private Mono<Map<Long, RiskScore>> shared(
      OrganizationId organization, Lineup lineup, Collection<UserFeatures> users, Parts parts) {
    Map<ScoreKey, UserFeatures> byKey = new LinkedHashMap<>();
    users.forEach(
        user ->
            byKey.put(new ScoreKey(lineup.number(), user.userId(), user.version(), parts), user));
    return scores
        .of(
            byKey.keySet(),
            missing ->
                computed(organization, lineup, missing.stream().map(byKey::get).toList(), parts)
                    .doOnNext(result -> memory.take(organization, result))
                    .map(result -> byKey(missing, result.scores())))
        .map(
            found ->
                found.values().stream()
                    .collect(Collectors.toMap(RiskScore::userId, score -> score)));
  }

  private static Map<ScoreKey, RiskScore> byKey(List<ScoreKey> keys, List<RiskScore> scores) {
    Map<Long, RiskScore> byUser =
        scores.stream().collect(Collectors.toMap(RiskScore::userId, score -> score));
    Map<ScoreKey, RiskScore> byKey = new HashMap<>();
    for (ScoreKey key : keys) {
      RiskScore score = byUser.get(key.userId());
      if (score != null) {
        byKey.put(key, score);
      }
    }
    return byKey;
  }

  private Mono<Scoring.Result> computed(
      OrganizationId organization, Lineup lineup, Collection<UserFeatures> users, Parts parts) {
    return users.isEmpty()
        ? Mono.just(new Scoring.Result(List.of(), List.of(), 0))
        : Mono.fromCallable(() -> Scoring.of(organization, lineup, users, parts))
            .subscribeOn(scheduler)
            .doOnNext(
                result -> {
                  scoredUsers.increment(result.scores().size());
                  nativeCalls.increment(result.nativeCalls());
                });
  }

  private static void requireFew(Set<Long> userIds) {
    if (userIds.size() > MOST_USERS) {
      throw BadRequest.of("users", userIds.size(), "at most " + MOST_USERS);
    }
  }

  private static Unavailable tooBusy(Throwable rejected) {
    return new Unavailable("More scores are asked for than can be computed now.", rejected);
  }

  private record FeatureKey(long lineup, long userId) {}

  /** A new version of the features, another model or other parts make another score. */
  private record ScoreKey(long lineup, long userId, long version, Parts parts) {}
}
