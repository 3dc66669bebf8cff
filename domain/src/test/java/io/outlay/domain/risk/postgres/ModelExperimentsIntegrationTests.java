package io.outlay.domain.risk.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.Experiment;
import io.outlay.domain.risk.ExperimentPlan;
import io.outlay.domain.risk.ExperimentResult;
import io.outlay.domain.risk.ExperimentStep;
import io.outlay.domain.risk.ModelDifference;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.test.MigratedDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ModelExperimentsIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2026-11-09T03:00:00Z");
  private static final ExperimentPlan PLAN =
      new ExperimentPlan(
          ExperimentPlan.Mode.SHADOW,
          0,
          ExperimentPlan.Metric.COST,
          500,
          14,
          .05,
          1_000_000_000,
          7,
          true);
  private static final ExperimentResult RESULT =
      new ExperimentResult(
          900,
          200,
          new ModelDifference(.8, .82, .01, .03, .001, 900),
          new ModelDifference(2_000_000, 1_900_000, -150_000, -20_000, .004, 900),
          1_800_000_000,
          1_710_000_000);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final PostgresModelExperiments EXPERIMENTS =
      new PostgresModelExperiments(MIGRATED.database());

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void anExperimentKeepsItsPlanAndItsSteps() {
    OrganizationId organization = MIGRATED.addOrganization("steps");
    Experiment started = start(organization, 8);

    assertThat(started.plan()).isEqualTo(PLAN);
    assertThat(started.isOpen()).isTrue();
    Experiment guarded =
        step(organization, started, Experiment.State.RUNNING, Experiment.State.GUARDED);
    assertThat(guarded.result()).isEqualTo(RESULT);
    assertThat(guarded.promotedAt()).isEqualTo(NOW.plusSeconds(5));
    assertThat(guarded.endedAt()).isNull();
    Experiment back =
        step(organization, started, Experiment.State.GUARDED, Experiment.State.ROLLED_BACK);
    assertThat(back.result()).isEqualTo(RESULT);
    assertThat(back.guardResult()).isEqualTo(RESULT);
    assertThat(back.endedAt()).isNotNull();
    assertThat(EXPERIMENTS.open(organization, RiskKind.CHURN).collectList().block(PATIENCE))
        .isEmpty();
    assertThat(EXPERIMENTS.ofModels(organization, List.of(8L), 3).collectList().block(PATIENCE))
        .containsExactly(back);
  }

  @Test
  void aStepFromAStateThatIsOverChangesNothing() {
    OrganizationId organization = MIGRATED.addOrganization("over");
    Experiment started = start(organization, 8);
    step(organization, started, Experiment.State.RUNNING, Experiment.State.LOST);

    StepVerifier.create(
            take(organization, started, Experiment.State.RUNNING, Experiment.State.STOPPED))
        .verifyComplete();
  }

  @Test
  void aModelHasOneExperimentAtATime() {
    OrganizationId organization = MIGRATED.addOrganization("one at a time");
    Experiment first = start(organization, 8);

    StepVerifier.create(starting(organization, 8)).expectError(Conflict.class).verify(PATIENCE);
    step(organization, first, Experiment.State.RUNNING, Experiment.State.STOPPED);
    assertThat(start(organization, 8).id()).isGreaterThan(first.id());
  }

  @Test
  void organizationsDoNotSeeEachOther() {
    OrganizationId one = MIGRATED.addOrganization("mine");
    OrganizationId other = MIGRATED.addOrganization("foreign");
    Experiment mine = start(one, 8);

    assertThat(EXPERIMENTS.byIds(other, List.of(mine.id())).collectList().block(PATIENCE))
        .isEmpty();
    StepVerifier.create(take(other, mine, Experiment.State.RUNNING, Experiment.State.STOPPED))
        .verifyComplete();
    assertThat(EXPERIMENTS.byIds(one, List.of(mine.id())).collectList().block(PATIENCE))
        .containsExactly(mine);
  }

  private static Mono<Experiment> starting(OrganizationId organization, long model) {
    return EXPERIMENTS.start(
        organization, RiskKind.CHURN, 7, model, PLAN, "a test", NOW, Audit.none());
  }

  private static Experiment start(OrganizationId organization, long model) {
    return Objects.requireNonNull(starting(organization, model).block(PATIENCE));
  }

  private static Mono<Experiment> take(
      OrganizationId organization,
      Experiment experiment,
      Experiment.State from,
      Experiment.State to) {
    return EXPERIMENTS.step(
        organization,
        experiment.id(),
        new ExperimentStep(from, to, "because", RESULT, NOW.plusSeconds(5)),
        Audit.none());
  }

  private static Experiment step(
      OrganizationId organization,
      Experiment experiment,
      Experiment.State from,
      Experiment.State to) {
    return Objects.requireNonNull(take(organization, experiment, from, to).block(PATIENCE));
  }
}
