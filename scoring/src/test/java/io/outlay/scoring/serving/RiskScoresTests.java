package io.outlay.scoring.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.Unavailable;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ModelRole;
import io.outlay.domain.risk.Prediction;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userscore.KeptScore;
import io.outlay.domain.userscore.UserQuery;
import io.outlay.domain.userscore.UserScores;
import io.outlay.scoring.registry.ServedModels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class RiskScoresTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final OrganizationId ORGANIZATION = new OrganizationId(1);
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Parts REASONS = new Parts(true, false, false);

  private final CountedEngine engine = new CountedEngine();
  private final KnownUsers users = new KnownUsers(1_000);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<Prediction> logged = Collections.synchronizedList(new ArrayList<>());
  private final List<KeptScore> kept = Collections.synchronizedList(new ArrayList<>());
  private ServedModels models = new ServedModels(Served.model(1, engine), List.of());
  private Mono<Void> afterLogging = Mono.empty();

  private final RiskScores scores =
      new RiskScores(
          (organization, kind) -> kind == RiskKind.CHURN ? Mono.just(models) : Mono.empty(),
          users,
          predictions -> {
            logged.addAll(predictions);
            return afterLogging;
          },
          new Kept(),
          () -> NOON,
          new ServingSettings(
              2, 100, Duration.ofMinutes(1), Duration.ofMinutes(1), 1 << 24, PATIENCE),
          registry);

  @AfterEach
  void close() {
    scores.close();
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 500, 1_000})
  void oneQueryAndOneNativeCallWhateverTheNumberOfUsers(int count) {
    Map<Long, ScoreAnswer> answers = now(upTo(count), Parts.NONE);

    assertThat(answers).hasSize(count).allSatisfy((user, answer) -> scored(answer));
    assertThat(users.queries).hasValue(1);
    assertThat(engine.margins).hasValue(1);
    assertThat(engine.contributions).hasValue(0);
  }

  @Test
  void reasonsTakeOneNativeCallMoreAndAddUp() {
    now(upTo(200), REASONS)
        .values()
        .forEach(
            answer -> {
              RiskScore score = scored(answer);
              Explanation explanation = Objects.requireNonNull(score.explanation());
              List<Reason> top = explanation.top(2);
              double sum = top.stream().mapToDouble(Reason::contribution).sum();
              assertThat(explanation.baseValue() + sum + explanation.rest(2))
                  .isCloseTo(score.value(), within(1e-9));
              assertThat(explanation.rest(3)).isCloseTo(0, within(1e-4));
              assertThat(Math.abs(top.get(0).contribution()))
                  .isGreaterThanOrEqualTo(Math.abs(top.get(1).contribution()));
            });
    assertThat(engine.margins).hasValue(1);
    assertThat(engine.contributions).hasValue(1);
  }

  @Test
  void whoIsNotKnownHasNoScoreAndWhatHasNoModelSaysSo() {
    Map<Long, ScoreAnswer> answers = now(Set.of(1L, 5_000L), Parts.NONE);
    scored(Objects.requireNonNull(answers.get(1L)));
    assertThat(answers.get(5_000L)).isEqualTo(new ScoreAnswer.Missing(NoScore.NOTHING_KNOWN));

    assertThat(scores.now(ORGANIZATION, RiskKind.FRAUD, Set.of(1L), Parts.NONE).block(PATIENCE))
        .containsExactly(Map.entry(1L, new ScoreAnswer.Missing(NoScore.NO_MODEL)));
  }

  @Test
  void whoAsksMeanwhileSharesTheWork() {
    Sinks.Empty<Void> answered = Sinks.empty();
    users.answerAfter(answered.asMono());
    Mono<List<Map<Long, ScoreAnswer>>> many =
        Flux.range(0, 20)
            .flatMap(i -> scores.now(ORGANIZATION, RiskKind.CHURN, upTo(30), Parts.NONE), 20)
            .collectList()
            .cache();
    many.subscribe();
    answered.tryEmitEmpty().orThrow();

    assertThat(many.block(PATIENCE)).hasSize(20).allMatch(answers -> answers.size() == 30);
    assertThat(users.queries).hasValue(1);
    assertThat(engine.margins).hasValue(1);
  }

  @Test
  void whoeverLeavesDoesNotTakeTheWorkFromOthers() {
    Sinks.Empty<Void> answered = Sinks.empty();
    users.answerAfter(answered.asMono());
    var first = scores.now(ORGANIZATION, RiskKind.CHURN, upTo(3), Parts.NONE).subscribe();
    Mono<Map<Long, ScoreAnswer>> second =
        scores.now(ORGANIZATION, RiskKind.CHURN, upTo(3), Parts.NONE).cache();
    second.subscribe();
    first.dispose();
    answered.tryEmitEmpty().orThrow();

    assertThat(second.block(PATIENCE)).hasSize(3);
    assertThat(users.queries).hasValue(1);
  }

  @Test
  void aDatabaseThatIsAwayIsToldAndNotRemembered() {
    users.answerAfter(Mono.error(new Unavailable("The database is away.")));
    assertThatThrownBy(() -> now(upTo(3), Parts.NONE)).isInstanceOf(Unavailable.class);

    users.answerAfter(Mono.empty());
    assertThat(now(upTo(3), Parts.NONE)).hasSize(3);
  }

  @Test
  void aPromotionTakesEffectAtOnce() {
    now(upTo(3), Parts.NONE);
    models = new ServedModels(Served.model(2, engine), List.of());

    assertThat(now(upTo(3), Parts.NONE).values())
        .allSatisfy(answer -> assertThat(scored(answer).modelId()).isEqualTo(2));
  }

  @Test
  void aTimeOfItsOwnGivesTheSameBitsAndRemembersNothing() {
    Map<Long, ScoreAnswer> shared = now(upTo(100), Parts.NONE);
    RiskScores.Batch apart =
        Objects.requireNonNull(
            scores
                .batch(ORGANIZATION, RiskKind.CHURN, upTo(100), Parts.NONE, NOON)
                .block(PATIENCE));

    assertThat(apart.scores())
        .containsExactlyInAnyOrderElementsOf(
            shared.values().stream().map(RiskScoresTests::scored).toList());
    assertThat(users.queries).hasValue(2);
  }

  @Test
  void theChallengerIsShownToItsShareAndShadowsToNobody() {
    models =
        new ServedModels(
            Served.model(1, engine),
            List.of(
                new ServedModels.Other(Served.model(2, engine), ModelRole.CHALLENGER, 0.25, 9),
                new ServedModels.Other(Served.model(3, engine), ModelRole.SHADOW, 0, 9)));

    Map<Long, Long> shown =
        now(upTo(1_000), Parts.NONE).values().stream()
            .map(RiskScoresTests::scored)
            .collect(Collectors.groupingBy(RiskScore::modelId, Collectors.counting()));

    assertThat(shown).containsOnlyKeys(1L, 2L);
    assertThat(shown.getOrDefault(2L, 0L)).isBetween(210L, 290L);
    assertThat(logged.stream().filter(said -> said.role() == ModelRole.SHADOW)).hasSize(1_000);
    // Whom the challenger is shown to, the champion scores too, so that both can be compared.
    assertThat(logged.stream().filter(said -> said.role() == ModelRole.CHAMPION)).hasSize(1_000);
    assertThat(logged).hasSize(2_000 + shown.getOrDefault(2L, 0L).intValue());
    assertThat(users.queries).hasValue(1);
    assertThat(engine.margins).hasValue(4);
  }

  @Test
  void aLogThatStandsStillLosesPredictionsAndStallsNobody() {
    afterLogging = Mono.never();
    for (int lap = 0; lap < 30; lap++) {
      models = new ServedModels(Served.model(lap + 1, engine), List.of());
      assertThat(now(upTo(1_000), Parts.NONE)).hasSize(1_000);
    }
    assertThat(registry.counter("outlay.scoring.dropped", "what", "predictions").count())
        .isEqualTo(30_000 - 1_000 - 20_000);
  }

  @Test
  void ofAUserAndModelOnePredictionADayIsLoggedAndAnUnchangedBandIsKeptOnce() {
    now(upTo(10), Parts.NONE);
    now(upTo(10), REASONS);
    assertThat(logged).hasSize(10);
    assertThat(kept).hasSize(10);
  }

  @Test
  void otherValuesGiveAnotherScoreAndUnknownFeaturesAreRefused() {
    RiskScores.Supposed supposed =
        Objects.requireNonNull(
            scores
                .suppose(ORGANIZATION, RiskKind.CHURN, 4, Map.of("feature_0", 0.9f))
                .block(PATIENCE));
    assertThat(supposed.supposed().value()).isNotEqualTo(supposed.actual().value());
    assertThat(logged).isEmpty();

    assertThatThrownBy(
            () ->
                scores.suppose(ORGANIZATION, RiskKind.CHURN, 4, Map.of("luck", 1f)).block(PATIENCE))
        .isInstanceOf(BadRequest.class)
        .hasMessage(
            "hypothetical.feature is \"luck\"; expected one of the model's: feature_0, feature_1,"
                + " feature_2.");
  }

  @Test
  void moreUsersThanOneRequestMayHaveAreRefused() {
    assertThatThrownBy(() -> now(upTo(1_001), Parts.NONE)).isInstanceOf(BadRequest.class);
  }

  private Map<Long, ScoreAnswer> now(Set<Long> userIds, Parts parts) {
    return Objects.requireNonNull(
        scores.now(ORGANIZATION, RiskKind.CHURN, userIds, parts).block(PATIENCE));
  }

  private static Set<Long> upTo(int count) {
    return LongStream.rangeClosed(1, count).boxed().collect(Collectors.toSet());
  }

  private static RiskScore scored(ScoreAnswer answer) {
    assertThat(answer).isInstanceOf(ScoreAnswer.Scored.class);
    return ((ScoreAnswer.Scored) answer).score();
  }

  /** A fake of the table. */
  private final class Kept implements UserScores {

    @Override
    public Mono<Integer> keep(OrganizationId organization, List<KeptScore> scores) {
      kept.addAll(scores);
      return Mono.just(0);
    }

    @Override
    public Mono<List<ListedUser>> page(UserQuery query) {
      return Mono.just(List.of());
    }

    @Override
    public Mono<Long> count(UserQuery query) {
      return Mono.just(0L);
    }
  }
}
