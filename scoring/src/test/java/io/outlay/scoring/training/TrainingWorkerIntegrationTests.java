package io.outlay.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.audit.Audit;
import io.outlay.domain.database.Database;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.domain.job.postgres.PostgresJobQueue;
import io.outlay.domain.job.postgres.PostgresJobs;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.risk.ModelState;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.RiskSettings;
import io.outlay.domain.risk.StoredModel;
import io.outlay.domain.risk.postgres.PostgresRiskModels;
import io.outlay.domain.risk.postgres.PostgresTrainingSchedule;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.scoring.train.BoostingParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class TrainingWorkerIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(
          Duration.ofDays(400),
          10_000,
          Duration.ZERO,
          Duration.ofSeconds(1),
          Duration.ofMillis(50),
          BoostingParameters.DEFAULT);

  private final PostgresJobs jobs = new PostgresJobs(MIGRATED.database());
  private final PostgresRiskModels models = new PostgresRiskModels(MIGRATED.database());
  private final ModelTrainings trainings = new ModelTrainings(jobs);
  private final OrganizationId organization =
      MIGRATED.addOrganization("training-" + ORGANIZATIONS.incrementAndGet());
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeWorkers() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void aTrainingEndsWithARegisteredModelWhoseFirstIsChampion() {
    start(MIGRATED.database(), new SeededTables(1_500).letGo());

    Job first = finished(submit(RiskKind.CHURN));
    Job second = finished(submit(RiskKind.CHURN));

    assertThat(first.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(first.done()).isEqualTo(100);
    assertThat(models()).extracting(RiskModel::number).containsExactly(2, 1);
    assertThat(models())
        .extracting(RiskModel::state)
        .containsExactly(ModelState.CANDIDATE, ModelState.CHAMPION);
    assertThat(models().getLast().createdBy()).isEqualTo("anna");
    assertThat(models().getLast().card()).contains("# Model card: CHURN, version 1");
    assertThat(second.result()).contains("modelId");
  }

  @Test
  void aTrainingWhoseProcessIsGoneIsBegunAgainAndMakesTheSameModelOnce() {
    SeededTables lost = new SeededTables(1_500);
    Database gone = MIGRATED.anotherProcess();
    start(gone, lost);
    long job = submit(RiskKind.CHURN);
    await(() -> !lost.asked.isEmpty());

    gone.close(); // its connections are away and its heartbeat with them, as after kill -9
    SeededTables taken = new SeededTables(1_500).letGo();
    start(MIGRATED.database(), taken);
    Job ended = finished(job);
    lost.letGo(); // the former holder wakes up and finishes what it had begun

    assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(taken.asked).containsAll(lost.asked); // and of jobs that other tests left
    assertThat(models()).hasSize(1);
    StoredModel stored =
        Objects.requireNonNull(models.load(organization, models().getFirst().id()).block(PATIENCE));
    MadeModel expected =
        new ModelMaking(
                SeededTable.of(RiskKind.CHURN, 1_500, 3),
                stakes(),
                BoostingParameters.DEFAULT,
                1,
                share -> {})
            .make();
    assertThat(stored.files().getFirst().bytes()).isEqualTo(expected.files().getFirst().bytes());
  }

  @Test
  void aHolderThatLostItsLeaseStopsAndLeavesNothing() {
    SeededTables waiting = new SeededTables(1_500);
    start(MIGRATED.database(), waiting);
    long job = submit(RiskKind.CHURN);
    await(() -> !waiting.asked.isEmpty());

    MIGRATED
        .database()
        .inOrganization(organization)
        .update(
            "UPDATE job SET state = 'CANCELLED', finished_at = now() WHERE organization_id = $1 AND"
                + " job_id = $2",
            List.of(organization.value(), job))
        .block(PATIENCE);
    await(() -> isStopped(waiting));

    assertThat(models()).isEmpty();
    assertThat(find(job).state()).isEqualTo(JobState.CANCELLED);
  }

  /** Another training is taken up only when the worker has let go of the first. */
  private boolean isStopped(SeededTables tables) {
    if (tables.asked.size() == 1) {
      submit(RiskKind.FRAUD);
    }
    return tables.asked.size() > 1;
  }

  @Test
  void tooLittleDataFailsTheJobInWordsAndLeavesTheChampion() {
    start(MIGRATED.database(), new SeededTables(30).letGo());

    Job ended = finished(submit(RiskKind.CHURN));

    assertThat(ended.state()).isEqualTo(JobState.FAILED);
    assertThat(ended.errorCode()).isEqualTo("BAD_REQUEST");
    assertThat(ended.errorMessage()).contains("rows of the newest period");
    assertThat(models()).isEmpty();
  }

  @Test
  void progressIsToldWhileItWorks() {
    SeededTables waiting = new SeededTables(1_500);
    start(MIGRATED.database(), waiting);
    long job = submit(RiskKind.CHURN);

    await(() -> find(job).done() == 25);
    assertThat(find(job).total()).isEqualTo(100);
    waiting.letGo();

    assertThat(finished(job).done()).isEqualTo(100);
  }

  private void start(Database database, SeededTables tables) {
    TrainingWorker worker =
        new TrainingWorker(
            new TrainingTools(
                tables,
                of -> Mono.just(RiskSettings.DEFAULTS),
                new PostgresRiskModels(database),
                new PostgresJobQueue(database),
                new PostgresTrainingSchedule(database),
                new SimpleMeterRegistry()),
            SETTINGS);
    open.add(worker);
    worker.start();
  }

  private static Stakes stakes() {
    return Stakes.of(RiskSettings.DEFAULTS, RiskKind.CHURN);
  }

  private long submit(RiskKind kind) {
    return Objects.requireNonNull(
            trainings
                .submit(organization, TrainingRequest.of(kind), "anna", Audit.none())
                .block(PATIENCE))
        .id();
  }

  private Job finished(long id) {
    await(() -> find(id).isFinished());
    return find(id);
  }

  private Job find(long id) {
    return Objects.requireNonNull(jobs.find(organization, Scope.EVERYTHING, id).block(PATIENCE));
  }

  private List<RiskModel> models() {
    return Objects.requireNonNull(
        models.newest(organization, null, null, 10).collectList().block(PATIENCE));
  }

  private static void await(BooleanSupplier condition) {
    Flux.interval(Duration.ofMillis(50))
        .onBackpressureDrop()
        .publishOn(Schedulers.boundedElastic())
        .filter(tick -> condition.getAsBoolean())
        .blockFirst(PATIENCE);
  }
}
