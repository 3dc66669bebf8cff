package io.outlay.scoring.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.audit.Audit;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.domain.job.postgres.PostgresJobQueue;
import io.outlay.domain.job.postgres.PostgresJobs;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.risk.Prediction;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.domain.userscore.postgres.PostgresBandChanges;
import io.outlay.domain.userscore.postgres.PostgresScorePortions;
import io.outlay.domain.userscore.postgres.PostgresUserScores;
import io.outlay.scoring.registry.ModelShelf;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Scoring of all users on a real database, with a topic in memory between two processes. */
class UsersScoringIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final int USERS = 3_456;
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Database DATABASE = MIGRATED.database();
  private static final PostgresJobs JOBS = new PostgresJobs(DATABASE);
  private static final PostgresScorePortions PORTIONS = new PostgresScorePortions(DATABASE);
  private static final BatchSettings QUICK =
      new BatchSettings(1, Duration.ofSeconds(2), Duration.ofMillis(20), Duration.ofMillis(500));
  private static final PostgresBandChanges CHANGES =
      new PostgresBandChanges(DATABASE, new Notifications(DATABASE));
  private static int number;

  private final CountedEngine engine = new CountedEngine();
  private final KnownUsers features = new KnownUsers(Long.MAX_VALUE);
  private final List<Prediction> logged = Collections.synchronizedList(new ArrayList<>());
  private final SharedTopic topic = new SharedTopic();
  private final List<AutoCloseable> running = new ArrayList<>();
  private @Nullable ServedModels models = new ServedModels(Served.model(1, engine), List.of());
  private final ModelShelf shelf = (organization, kind) -> Mono.justOrEmpty(models);
  private final RiskScores scores =
      new RiskScores(
          shelf,
          features,
          predictions -> Mono.fromRunnable(() -> logged.addAll(predictions)),
          new PostgresUserScores(DATABASE),
          () -> NOON,
          new ServingSettings(
              2, 100, Duration.ofMinutes(1), Duration.ofMinutes(1), 1 << 24, PATIENCE),
          new SimpleMeterRegistry());

  private OrganizationId organization = new OrganizationId(1);

  @BeforeEach
  void users() {
    organization = MIGRATED.addOrganization("batch-" + ++number);
    DATABASE
        .inOrganization(organization)
        .update(
            "INSERT INTO app_user (organization_id, external_id) SELECT $1, 'u' || n FROM"
                + " generate_series(1, $2) n",
            List.of(organization.value(), USERS))
        .block(PATIENCE);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : running) {
      each.close();
    }
    scores.close();
    engine.close();
  }

  @AfterAll
  static void close() {
    CHANGES.close();
    MIGRATED.close();
  }

  @Test
  void everyUserIsScoredOnceAndBitForBitAsOnDemand() {
    startCoordinator();
    startWorker();
    startWorker();
    Job job = await(submit(), Job::isFinished);

    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(job.done()).isEqualTo(USERS);
    assertThat(job.total()).isEqualTo(USERS);
    Map<Long, long[]> kept = kept();
    assertThat(kept).hasSize(USERS);
    assertThat(logged).hasSize(USERS);
    Set<Long> some = kept.keySet().stream().limit(1_000).collect(Collectors.toSet());
    RiskScores.Batch onDemand =
        Objects.requireNonNull(
            scores.batch(organization, RiskKind.CHURN, some, Parts.ALL, NOON).block(PATIENCE));
    assertThat(onDemand.scores()).hasSize(1_000).allSatisfy(score -> assertSameBits(score, kept));
  }

  @Test
  void afterAKillTheRestIsScoredAndNothingTwice() throws Exception {
    features.answerAfter(
        Mono.defer(() -> features.queries.get() <= 2 ? Mono.empty() : Mono.never()));
    startCoordinator();
    PortionWorker killed = startWorker();
    long job = submit();
    await(job, seen -> seen.done() >= 1_000);
    killed.close();
    features.answerAfter(Mono.empty());
    running.removeFirst().close();
    Map<Long, long[]> before = kept();
    assertThat(before.size()).isBetween(1_000, USERS - 1);
    LongStream.rangeClosed(1, 100_000).forEach(user -> features.versions.put(user, 2L));

    startCoordinator();
    startWorker();
    Job ended = await(job, Job::isFinished);

    assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
    Map<Long, long[]> after = kept();
    assertThat(after).hasSize(USERS);
    assertThat(before).allSatisfy((user, bits) -> assertThat(after.get(user)).isEqualTo(bits));
  }

  @Test
  void withoutAModelTheJobEndsWithAClearError() {
    long job = submit();
    models = null;
    startCoordinator();
    startWorker();
    Job ended = await(job, Job::isFinished);

    assertThat(ended.state()).isEqualTo(JobState.FAILED);
    assertThat(ended.errorCode()).isEqualTo("PORTION_FAILED");
  }

  private static void assertSameBits(RiskScore score, Map<Long, long[]> kept) {
    assertThat(kept.get(score.userId()))
        .containsExactly(
            Double.doubleToLongBits(score.value()), Double.doubleToLongBits(score.probability()));
  }

  private void startCoordinator() {
    UsersScoreWorker coordinator =
        new UsersScoreWorker(new PostgresJobQueue(DATABASE), PORTIONS, topic, CHANGES, QUICK);
    coordinator.start();
    running.addFirst(coordinator);
  }

  private PortionWorker startWorker() {
    PortionWorker worker =
        new PortionWorker(
            topic,
            PORTIONS,
            scores,
            predictions -> Mono.fromRunnable(() -> logged.addAll(predictions)),
            QUICK);
    worker.start();
    running.add(worker);
    return worker;
  }

  private long submit() {
    return Objects.requireNonNull(
            new UsersScoring(JOBS, shelf, () -> NOON)
                .submit(organization, List.of(RiskKind.CHURN), null, "test", Audit.none())
                .block(PATIENCE))
        .id();
  }

  private Job await(long job, Predicate<Job> wanted) {
    return Objects.requireNonNull(
        JOBS.find(organization, Scope.EVERYTHING, job)
            .filter(wanted)
            .repeatWhenEmpty(looks -> looks.concatMap(look -> Mono.delay(Duration.ofMillis(20)), 1))
            .block(PATIENCE));
  }

  private Map<Long, long[]> kept() {
    return Objects.requireNonNull(
        DATABASE
            .inOrganization(organization)
            .query(
                "SELECT user_id, value, probability FROM user_score WHERE organization_id = $1",
                List.of(organization.value()),
                row ->
                    Map.entry(
                        Objects.requireNonNull(row.get("user_id", Long.class)),
                        new long[] {
                          Double.doubleToLongBits(
                              Objects.requireNonNull(row.get("value", Double.class))),
                          Double.doubleToLongBits(
                              Objects.requireNonNull(row.get("probability", Double.class)))
                        }))
            .collect(
                HashMap<Long, long[]>::new,
                (map, entry) -> map.put(entry.getKey(), entry.getValue()))
            .block(PATIENCE));
  }
}
