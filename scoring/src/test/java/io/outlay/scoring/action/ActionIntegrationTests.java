package io.outlay.scoring.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.action.ActionRule;
import io.outlay.domain.action.Decision;
import io.outlay.domain.action.Decisions.Outgoing;
import io.outlay.domain.action.RuleTerms;
import io.outlay.domain.action.postgres.PostgresActionRules;
import io.outlay.domain.action.postgres.PostgresDecisions;
import io.outlay.domain.audit.Audit;
import io.outlay.domain.database.Database;
import io.outlay.domain.error.Unavailable;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.domain.userscore.KeptScore;
import io.outlay.domain.userscore.RiskBand;
import io.outlay.domain.userscore.postgres.PostgresUserScores;
import io.outlay.scoring.outcome.KnownOutcome;
import io.outlay.scoring.outcome.Outcomes;
import io.outlay.scoring.registry.ServedModels;
import io.outlay.scoring.serving.CountedEngine;
import io.outlay.scoring.serving.KnownUsers;
import io.outlay.scoring.serving.Parts;
import io.outlay.scoring.serving.RiskScore;
import io.outlay.scoring.serving.RiskScores;
import io.outlay.scoring.serving.Served;
import io.outlay.scoring.serving.ServingSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rules on a real database: who is decided about, who is left alone, and what is told. */
class ActionIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final int USERS = 900;
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Database DATABASE = MIGRATED.database();
  private static final PostgresActionRules RULES = new PostgresActionRules(DATABASE);
  private static final PostgresDecisions DECISIONS = new PostgresDecisions(DATABASE);
  private static final PostgresUserScores KEPT = new PostgresUserScores(DATABASE);
  private static int number;

  private final CountedEngine engine = new CountedEngine();
  private Instant now = NOON;
  private final RiskScores scores =
      new RiskScores(
          (organization, kind) -> Mono.just(new ServedModels(Served.model(1, engine), List.of())),
          new KnownUsers(Long.MAX_VALUE),
          predictions -> Mono.empty(),
          KEPT,
          () -> now,
          new ServingSettings(
              2, 100, Duration.ofMillis(1), Duration.ofMillis(1), 1 << 24, PATIENCE),
          new SimpleMeterRegistry());
  private final Deciding deciding =
      new Deciding(DECISIONS, (organization, users) -> Mono.just(Map.of()), scores, () -> now);

  private OrganizationId organization = new OrganizationId(1);
  private Set<Long> high = Set.of();

  @BeforeEach
  void scoredUsers() {
    organization = MIGRATED.addOrganization("acting-" + ++number);
    List<Long> users =
        Objects.requireNonNull(
            DATABASE
                .inOrganization(organization)
                .query(
                    "INSERT INTO app_user (organization_id, external_id) SELECT $1, 'u' || n FROM"
                        + " generate_series(1, $2) n RETURNING user_id",
                    List.of(organization.value(), USERS),
                    row -> Objects.requireNonNull(row.get("user_id", Long.class)))
                .collectList()
                .block(PATIENCE));
    List<KeptScore> kept =
        Objects.requireNonNull(
                scores
                    .batch(organization, RiskKind.CHURN, Set.copyOf(users), Parts.NONE, NOON)
                    .block(PATIENCE))
            .scores()
            .stream()
            .map(RiskScore::kept)
            .toList();
    KEPT.keep(organization, kept).block(PATIENCE);
    high =
        kept.stream()
            .filter(score -> score.band() == RiskBand.HIGH)
            .map(KeptScore::userId)
            .collect(Collectors.toSet());
    assertThat(high.size()).isBetween(100, USERS - 100);
  }

  @AfterEach
  void stop() {
    RULES
        .active()
        .toIterable()
        .forEach(
            rule -> RULES.delete(rule.organization(), rule.id(), Audit.none()).block(PATIENCE));
    scores.close();
    engine.close();
  }

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void aUserIsDecidedAboutOnceInSomeDaysAlsoByTwoProcesses() {
    ActionRule rule = rule(0.2);
    Integer decided =
        Flux.merge(deciding.about(rule), deciding.about(rule))
            .reduce(0, Integer::sum)
            .block(PATIENCE);
    assertThat(decided).isEqualTo(high.size());
    now = NOON.plus(Duration.ofDays(29));
    assertThat(deciding.about(rule).block(PATIENCE)).isZero();
    now = NOON.plus(Duration.ofDays(31));
    assertThat(deciding.about(rule).block(PATIENCE)).isEqualTo(high.size());

    List<Decision> all = decisions(rule);
    assertThat(all).hasSize(2 * high.size());
    assertThat(all.stream().map(Decision::userId).collect(Collectors.toSet())).isEqualTo(high);
    assertThat(all)
        .allSatisfy(
            decision -> {
              double explained =
                  decision.baseValue()
                      + decision.reasons().stream()
                          .mapToDouble(Decision.Because::contribution)
                          .sum();
              assertThat(Math.abs(explained - decision.value())).isLessThan(1e-4);
            });
  }

  @Test
  void theControlGroupIsAlwaysTheSameAndIsNotTold() {
    ActionRule rule = rule(0.2);
    deciding.about(rule).block(PATIENCE);
    now = NOON.plus(Duration.ofDays(31));
    deciding.about(rule).block(PATIENCE);
    List<Outgoing> told = new ArrayList<>();
    send(outgoing -> Mono.fromRunnable(() -> told.add(outgoing)));

    Map<Boolean, Set<Long>> groups =
        decisions(rule).stream()
            .collect(
                Collectors.partitioningBy(
                    Decision::isControl, Collectors.mapping(Decision::userId, Collectors.toSet())));
    Set<Long> both = new HashSet<>(Objects.requireNonNull(groups.get(true)));
    both.retainAll(Objects.requireNonNull(groups.get(false)));
    assertThat(both).isEmpty();
    assertThat((double) Objects.requireNonNull(groups.get(true)).size() / high.size())
        .isBetween(0.1, 0.3);
    assertThat(told)
        .allMatch(outgoing -> !outgoing.decision().isControl())
        .hasSize(2 * Objects.requireNonNull(groups.get(false)).size())
        .isSortedAccordingTo(
            (one, other) -> Long.compare(one.decision().id(), other.decision().id()));
  }

  @Test
  void whatCouldNotBeToldIsToldLaterAndNoneIsLost() {
    ActionRule rule = rule(0.1);
    deciding.about(rule).block(PATIENCE);
    AtomicInteger tries = new AtomicInteger();
    Set<Long> told = new HashSet<>();
    Integer sent =
        DECISIONS
            .send(
                1_000,
                outgoing ->
                    tries.incrementAndGet() == 40
                        ? Mono.error(new Unavailable("The log is away."))
                        : Mono.fromRunnable(() -> told.add(outgoing.decision().id())))
            .onErrorReturn(Unavailable.class, -1)
            .block(PATIENCE);
    assertThat(sent).isEqualTo(-1);
    send(outgoing -> Mono.fromRunnable(() -> told.add(outgoing.decision().id())));

    assertThat(told)
        .isEqualTo(
            decisions(rule).stream()
                .filter(decision -> !decision.isControl())
                .map(Decision::id)
                .collect(Collectors.toSet()));
    assertThat(decisions(rule))
        .allMatch(decision -> decision.isControl() == (decision.sentAt() == null));
  }

  @Test
  void theEffectIsToldOverTheControlGroup() {
    ActionRule rule = rule(0.3);
    deciding.about(rule).block(PATIENCE);
    Set<Long> control =
        decisions(rule).stream()
            .filter(Decision::isControl)
            .map(Decision::userId)
            .collect(Collectors.toSet());
    Outcomes outcomes =
        (owner, kind, samples, knownBy) ->
            Mono.just(
                samples.stream()
                    .map(
                        sample ->
                            sample.userId() % 10 == 0
                                ? KnownOutcome.UNRIPE
                                : control.contains(sample.userId())
                                    ? KnownOutcome.HAPPENED
                                    : KnownOutcome.DID_NOT_HAPPEN)
                    .toList());

    Effect effect =
        Objects.requireNonNull(
            new Effects(DECISIONS, outcomes, () -> now).of(rule).block(PATIENCE));
    DifferenceInterval difference = Objects.requireNonNull(effect.difference());
    assertThat(effect.acted().happened()).isZero();
    assertThat(effect.control().happened()).isEqualTo(effect.control().known());
    assertThat(effect.control().known()).isLessThan(effect.control().decisions());
    assertThat(difference.difference()).isEqualTo(-1);
    assertThat(difference.high()).isLessThan(-0.9);
  }

  /** A new rule, with nothing left to tell of those before. */
  private ActionRule rule(double controlShare) {
    send(outgoing -> Mono.empty());
    RuleTerms terms =
        new RuleTerms(
            "Keep",
            RiskKind.CHURN,
            Set.of(RiskBand.HIGH),
            RuleTerms.Segment.EVERYBODY,
            30,
            controlShare,
            true);
    return Objects.requireNonNull(RULES.create(organization, terms, Audit.none()).block(PATIENCE));
  }

  private static void send(Function<Outgoing, Mono<Void>> tell) {
    DECISIONS.send(5_000, tell).block(PATIENCE);
  }

  private List<Decision> decisions(ActionRule rule) {
    return Objects.requireNonNull(
        Mono.zip(
                DECISIONS.newest(organization, rule.id(), true, 10_000),
                DECISIONS.newest(organization, rule.id(), false, 10_000),
                (one, other) -> {
                  List<Decision> all = new ArrayList<>(one);
                  all.addAll(other);
                  return all;
                })
            .block(PATIENCE));
  }
}
