package io.outlay.scoring.watch;

import static io.outlay.scoring.watch.WatchedCompany.PATIENCE;
import static io.outlay.scoring.watch.WatchedCompany.RIPE;
import static io.outlay.scoring.watch.WatchedCompany.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.risk.Experiment;
import io.outlay.domain.risk.ExperimentPlan;
import io.outlay.domain.risk.ExperimentResult;
import io.outlay.domain.risk.ModelState;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.scoring.watch.WatchedCompany.Law;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** An experiment's life over a real database, from its beginning to a rollback. */
class ExperimentRoundsIntegrationTests {

  private static final AtomicInteger COMPANIES = new AtomicInteger();
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();

  private final WatchedCompany company =
      new WatchedCompany(MIGRATED, "experimenting-" + COMPANIES.incrementAndGet());
  private RiskModel champion;
  private RiskModel candidate;

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @BeforeEach
  void setUp() {
    champion = company.champion();
    candidate = company.candidateOfTheOtherLaw();
    company.addUsers(500);
  }

  @Test
  void aBetterModelIsPromotedOnceAllOutcomesOfItsHorizonAreKnownAndNotBefore() {
    Experiment started = start(WatchedCompany.plan(2, 3));
    assertThat(company.model(candidate.id()).state()).isEqualTo(ModelState.SHADOW);
    company.score(0, Law.OTHER);

    company.pass(Duration.ofDays(1));
    company.look(untrained());
    assertThat(now(started).state()).isEqualTo(Experiment.State.RUNNING);
    assertThat(now(started).result()).isNull();
    company.pass(RIPE);
    company.look(untrained());

    Experiment won = now(started);
    assertThat(won.state()).isEqualTo(Experiment.State.GUARDED);
    ExperimentResult result = Objects.requireNonNull(won.result());
    assertThat(result.users()).isEqualTo(500);
    assertThat(result.rocAuc().pValue()).isLessThan(.001);
    assertThat(result.lossMicros()).isNegative();
    assertThat(company.model(candidate.id()).state()).isEqualTo(ModelState.CHAMPION);
    assertThat(company.model(champion.id()).state()).isEqualTo(ModelState.SHADOW);
  }

  @Test
  void aPromotedModelThatDoesWorseThanDeclaredIsTakenBack() {
    Experiment started = promoted();
    company.score(0, Law.FORMER);
    company.pass(RIPE.plusHours(1));

    company.look(untrained());

    Experiment back = now(started);
    assertThat(back.state()).isEqualTo(Experiment.State.ROLLED_BACK);
    assertThat(Objects.requireNonNull(back.guardResult()).lossMicros())
        .isGreaterThan(started.plan().mostLossMicros());
    assertThat(company.model(champion.id()).state()).isEqualTo(ModelState.CHAMPION);
    assertThat(company.model(candidate.id()).state()).isEqualTo(ModelState.RETIRED);
  }

  @Test
  void aPromotedModelThatHoldsEndsItsGuardAndTheFormerRetires() {
    Experiment started = promoted();
    company.score(0, Law.OTHER);
    company.pass(RIPE.plus(Duration.ofDays(3)));

    company.look(untrained());

    assertThat(now(started).state()).isEqualTo(Experiment.State.PROMOTED);
    assertThat(company.model(candidate.id()).state()).isEqualTo(ModelState.CHAMPION);
    assertThat(company.model(champion.id()).state()).isEqualTo(ModelState.RETIRED);
  }

  @Test
  void aModelThatCostsMoreThanDeclaredIsEndedBeforeItsTime() {
    Experiment started = start(WatchedCompany.plan(90, 0));
    company.score(0, Law.FORMER);
    company.pass(RIPE.plusHours(1));

    company.look(untrained());

    assertThat(now(started).state()).isEqualTo(Experiment.State.LOST);
    assertThat(now(started).explanation()).contains("micros more");
    assertThat(company.model(candidate.id()).state()).isEqualTo(ModelState.RETIRED);
    assertThat(company.model(champion.id()).state()).isEqualTo(ModelState.CHAMPION);
  }

  @Test
  void tooFewUsersDecideNothing() {
    ExperimentPlan few = WatchedCompany.plan(1, 0);
    Experiment started =
        start(
            new ExperimentPlan(
                few.mode(),
                few.share(),
                few.metric(),
                5_000,
                few.horizonDays(),
                few.significance(),
                few.mostLossMicros(),
                few.guardDays(),
                few.promotes()));
    company.score(0, Law.OTHER);
    company.pass(RIPE.plus(Duration.ofDays(1)));

    company.look(untrained());

    assertThat(now(started).state()).isEqualTo(Experiment.State.INCONCLUSIVE);
    assertThat(company.model(candidate.id()).state()).isEqualTo(ModelState.CANDIDATE);
  }

  @Test
  void anExperimentStoppedByHandGivesItsModelFree() {
    Experiment started = start(WatchedCompany.plan(2, 0));

    Experiment stopped =
        get(company.experimenting.stop(company.organization, started.id(), "anna", Audit.none()));

    assertThat(stopped.state()).isEqualTo(Experiment.State.STOPPED);
    assertThat(company.model(candidate.id()).state()).isEqualTo(ModelState.CANDIDATE);
    StepVerifier.create(
            company.experimenting.stop(company.organization, started.id(), "anna", Audit.none()))
        .verifyComplete();
  }

  @Test
  void aChampionAndAForeignModelCannotBeTried() {
    StepVerifier.create(
            company.experimenting.start(
                company.organization,
                champion.id(),
                WatchedCompany.plan(2, 0),
                "anna",
                Audit.none()))
        .expectError(Conflict.class)
        .verify(PATIENCE);
    WatchedCompany other = new WatchedCompany(MIGRATED, "foreign-" + COMPANIES.incrementAndGet());
    StepVerifier.create(
            other.experimenting.start(
                other.organization,
                candidate.id(),
                WatchedCompany.plan(2, 0),
                "anna",
                Audit.none()))
        .expectError(NotFound.class)
        .verify(PATIENCE);
  }

  private Experiment promoted() {
    Experiment started = start(WatchedCompany.plan(1, 3));
    company.score(0, Law.OTHER);
    company.pass(RIPE.plus(Duration.ofDays(1)));
    company.look(untrained());
    assertThat(now(started).state()).isEqualTo(Experiment.State.GUARDED);
    return started;
  }

  private Experiment start(ExperimentPlan plan) {
    return get(
        company.experimenting.start(
            company.organization, candidate.id(), plan, "anna", Audit.none()));
  }

  private Experiment now(Experiment experiment) {
    return get(company.experiments.byIds(company.organization, List.of(experiment.id())).single());
  }

  private static WatchSettings untrained() {
    return WatchSettings.DEFAULT.withoutTrainings();
  }
}
