package io.outlay.scoring.watch;

import static io.outlay.scoring.watch.WatchedCompany.PATIENCE;
import static io.outlay.scoring.watch.WatchedCompany.RIPE;
import static io.outlay.scoring.watch.WatchedCompany.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.JobProgress;
import io.outlay.domain.risk.DriftReport;
import io.outlay.domain.risk.Experiment;
import io.outlay.domain.risk.FeatureDrift;
import io.outlay.domain.risk.ModelFlag;
import io.outlay.domain.risk.ModelPerformance;
import io.outlay.domain.risk.ModelState;
import io.outlay.domain.risk.RealisedFigures;
import io.outlay.domain.risk.Retraining;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.scoring.training.OtherLaw;
import io.outlay.scoring.watch.WatchedCompany.Law;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WatchRoundIntegrationTests {

  private static final AtomicInteger COMPANIES = new AtomicInteger();
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();

  private final WatchedCompany company =
      new WatchedCompany(MIGRATED, "watched-" + COMPANIES.incrementAndGet());

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void usersAsTheModelKnowsThemRaiseNoFlag() {
    RiskModel champion = company.champion();
    company.addUsers(500);
    company.score(0, Law.FORMER);

    company.look();

    DriftReport report = drift(champion);
    assertThat(report.rows()).isEqualTo(500);
    assertThat(report.features())
        .hasSize(3)
        .allSatisfy(
            one -> {
              assertThat(one.isFlagged()).isFalse();
              assertThat(one.missingNow()).isBetween(.05, .15);
            });
    ModelPerformance performance = performance(champion);
    assertThat(performance.estimated().expected().rocAuc()).isBetween(.7, .95);
    assertThat(performance.realised()).isNull();
    assertThat(company.flagsOf(champion.id())).isEmpty();
    assertThat(company.trainings()).isEmpty();
  }

  @Test
  void usersThatAreOthersRaiseAFlagAndOneTraining() {
    RiskModel champion = company.champion();
    company.addUsers(500);
    company.score(1, Law.FORMER);

    company.look();
    company.look();

    assertThat(company.flagsOf(champion.id()))
        .singleElement()
        .satisfies(
            flag -> {
              assertThat(flag.reason()).isEqualTo(ModelFlag.Reason.FEATURE_DRIFT);
              assertThat(flag.subject()).isEqualTo("levels");
              assertThat(flag.figure()).isGreaterThan(flag.limit());
              assertThat(flag.clearedAt()).isNull();
            });
    assertThat(company.trainings())
        .singleElement()
        .satisfies(job -> assertThat(job.request()).contains("CHURN"));
    assertThat(retrainings()).extracting(Retraining::championId).containsExactly(champion.id());
  }

  @Test
  void flagsLeadToNoTrainingWhereTheRuleSaysSo() {
    RiskModel champion = company.champion();
    company.addUsers(500);
    company.score(1, Law.FORMER);

    company.look(WatchSettings.DEFAULT.withoutTrainings());

    assertThat(company.flagsOf(champion.id())).hasSize(1);
    assertThat(company.trainings()).isEmpty();
  }

  @Test
  void tooFewUsersSayNothing() {
    RiskModel champion = company.champion();
    company.addUsers(199);
    company.score(3, Law.FORMER);

    company.look();

    assertThat(reports(champion)).isEmpty();
    assertThat(company.flagsOf(champion.id())).isEmpty();
  }

  @Test
  void usersTheQuestionDoesNotApplyToAreLeftOut() {
    RiskModel champion = company.champion();
    company.addUsers(500);
    company.notAsked = new HashSet<>(company.users().subList(0, 250));
    company.score(0, Law.FORMER);

    company.look();

    assertThat(drift(champion).rows()).isEqualTo(250);
  }

  @Test
  void whatComesTrueIsSetBesideWhatWasExpectedOnceAllOfItIsKnown() {
    RiskModel champion = company.champion();
    company.addUsers(600);
    company.score(0, Law.FORMER);
    company.look();
    ModelPerformance told = performance(champion);

    company.pass(RIPE.minusHours(1));
    company.look();
    assertThat(performance(champion).realised()).isNull();
    company.pass(Duration.ofHours(2));
    company.look();

    ModelPerformance known = performance(champion);
    RealisedFigures realised = Objects.requireNonNull(known.realised());
    assertThat(known.estimated()).isEqualTo(told.estimated());
    assertThat(realised.figures().rows()).isEqualTo(600);
    assertThat(realised.figures().rocAuc())
        .isBetween(told.estimated().low().rocAuc() - .03, told.estimated().high().rocAuc() + .03);
    assertThat(company.flagsOf(champion.id())).isEmpty();
  }

  @Test
  void aModelThatNoLongerSaysTheTruthIsFlaggedWhenItIsKnown() {
    RiskModel champion = company.champion();
    company.addUsers(600);
    company.score(0, Law.OTHER);
    company.look();
    assertThat(company.flagsOf(champion.id())).isEmpty();

    company.pass(RIPE.plusHours(1));
    company.look();

    assertThat(company.flagsOf(champion.id()))
        .extracting(ModelFlag::reason, ModelFlag::subject)
        .containsExactlyInAnyOrder(
            tuple(ModelFlag.Reason.PERFORMANCE, "rocAuc"),
            tuple(ModelFlag.Reason.PERFORMANCE, "logLoss"));
    assertThat(company.trainings()).hasSize(1);
  }

  @Test
  void aTrainedModelThatBeatsTheChampionGoesIntoItsShadow() {
    trainBecauseOfDrift();
    company.newest = OtherLaw.of(RiskKind.CHURN, 1_500, 77);
    RiskModel candidate = company.candidateOfTheOtherLaw();
    end(candidate);

    company.look();

    assertThat(retrainings())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.state()).isEqualTo(Retraining.State.ACCEPTED);
              assertThat(one.candidateId()).isEqualTo(candidate.id());
              assertThat(one.explanation()).contains("ROC-AUC");
            });
    assertThat(company.model(candidate.id()).state()).isEqualTo(ModelState.SHADOW);
    assertThat(
            company
                .experiments
                .open(company.organization, RiskKind.CHURN)
                .collectList()
                .block(PATIENCE))
        .singleElement()
        .satisfies(
            experiment -> {
              assertThat(experiment.modelId()).isEqualTo(candidate.id());
              assertThat(experiment.state()).isEqualTo(Experiment.State.RUNNING);
              assertThat(experiment.id()).isEqualTo(company.model(candidate.id()).experimentId());
            });
  }

  @Test
  void aTrainedModelThatDoesNotBeatTheChampionGoesNoFurther() {
    trainBecauseOfDrift();
    RiskModel candidate = company.candidateOfTheOtherLaw();
    end(candidate);

    company.look();

    assertThat(retrainings())
        .extracting(Retraining::state)
        .containsExactly(Retraining.State.REJECTED);
    assertThat(company.model(candidate.id()).state()).isEqualTo(ModelState.CANDIDATE);
    assertThat(company.trainings()).hasSize(1);
  }

  @Test
  void aTrainingThatFailsIsToldAndTriedAgainForNewFlagsOnly() {
    trainBecauseOfDrift();
    JobLease lease = company.training();
    company.queue.fail(lease, "BAD_REQUEST", "too little").block(PATIENCE);

    company.look();
    company.pass(Duration.ofDays(2));
    company.look();

    assertThat(retrainings())
        .extracting(Retraining::state, Retraining::explanation)
        .containsExactly(tuple(Retraining.State.FAILED, "too little"));
    assertThat(company.trainings()).hasSize(1);
  }

  @Test
  void organizationsDoNotMix() {
    RiskModel champion = company.champion();
    company.addUsers(300);
    company.score(1, Law.FORMER);
    WatchedCompany other = new WatchedCompany(MIGRATED, "other-" + COMPANIES.incrementAndGet());
    other.champion();
    other.addUsers(300);
    other.score(0, Law.FORMER);

    company.look();
    other.look();

    assertThat(company.flagsOf(champion.id())).hasSize(1);
    assertThat(other.flagsOf(champion.id())).isEmpty();
    assertThat(other.trainings()).isEmpty();
  }

  private void trainBecauseOfDrift() {
    company.champion();
    company.addUsers(500);
    company.score(1, Law.FORMER);
    company.look();
    assertThat(company.trainings()).hasSize(1);
  }

  private void end(RiskModel candidate) {
    JobLease lease = company.training();
    company
        .queue
        .result(lease, "{\"modelId\": " + candidate.id() + "}")
        .then(company.queue.succeed(lease, new JobProgress(100, 100L)))
        .block(PATIENCE);
  }

  private List<DriftReport> reports(RiskModel model) {
    return get(company.reports.drift(company.organization, List.of(model.id()), 5).collectList());
  }

  private DriftReport drift(RiskModel model) {
    DriftReport report = reports(model).getFirst();
    assertThat(report.features()).extracting(FeatureDrift::feature).contains("levels");
    return report;
  }

  private ModelPerformance performance(RiskModel model) {
    return get(company
            .reports
            .performance(company.organization, List.of(model.id()), 5)
            .collectList())
        .getLast();
  }

  private List<Retraining> retrainings() {
    return get(company.retrainings.newest(company.organization, RiskKind.CHURN, 10).collectList());
  }
}
