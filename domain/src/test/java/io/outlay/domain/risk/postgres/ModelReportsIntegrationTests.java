package io.outlay.domain.risk.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.DriftReport;
import io.outlay.domain.risk.EstimatedFigures;
import io.outlay.domain.risk.FeatureDrift;
import io.outlay.domain.risk.FlagFinding;
import io.outlay.domain.risk.ModelFlag;
import io.outlay.domain.risk.ModelPerformance;
import io.outlay.domain.risk.PerformanceFigures;
import io.outlay.domain.risk.RealisedFigures;
import io.outlay.domain.risk.Retraining;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.ScoreReference;
import io.outlay.domain.test.MigratedDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ModelReportsIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2026-11-09T03:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 8);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final PostgresModelReports REPORTS = new PostgresModelReports(MIGRATED.database());
  private static final PostgresModelFlags FLAGS = new PostgresModelFlags(MIGRATED.database());
  private static final PostgresRetrainings RETRAININGS =
      new PostgresRetrainings(MIGRATED.database());

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void aReportOfTheSameDayTakesThePlaceOfTheFormer() {
    OrganizationId organization = MIGRATED.addOrganization("drift");
    keep(organization, DAY.minusDays(1), drift("money_30d", .05));
    keep(organization, DAY, drift("money_30d", .05), drift("gone", .2));
    keep(organization, DAY, drift("money_30d", .31), drift("tenure", .01));

    List<DriftReport> reports =
        Objects.requireNonNull(
            REPORTS.drift(organization, List.of(7L, 8L), 5).collectList().block(PATIENCE));

    assertThat(reports).extracting(DriftReport::to).containsExactly(DAY, DAY.minusDays(1));
    assertThat(reports.getFirst().features())
        .containsExactly(drift("money_30d", .31), drift("tenure", .01));
    assertThat(REPORTS.drift(organization, List.of(7L), 1).collectList().block(PATIENCE))
        .hasSize(1);
  }

  @Test
  void theFirstReferenceOfAModelStays() {
    OrganizationId organization = MIGRATED.addOrganization("reference");
    ScoreReference first = new ScoreReference(DAY, DAY, 300, List.of(.1, .2, .9));

    assertThat(REPORTS.reference(organization, 7).block(PATIENCE)).isNull();
    assertThat(REPORTS.reference(organization, 7, first).block(PATIENCE)).isEqualTo(first);
    assertThat(
            REPORTS
                .reference(organization, 7, new ScoreReference(DAY, DAY, 9, List.of(.5)))
                .block(PATIENCE))
        .isEqualTo(first);
  }

  @Test
  void whatWasRealisedStandsBesideTheEstimateForGood() {
    OrganizationId organization = MIGRATED.addOrganization("performance");
    ModelPerformance told = estimate(.8);
    RealisedFigures realised =
        new RealisedFigures(
            figures(Double.NaN), estimate(.81).estimated(), List.of("brier"), NOW.plusSeconds(60));
    REPORTS.keepEstimate(organization, estimate(.7)).block(PATIENCE);
    REPORTS.keepEstimate(organization, told).block(PATIENCE);

    assertThat(REPORTS.unrealised(organization, RiskKind.CHURN).collectList().block(PATIENCE))
        .containsExactly(told);
    REPORTS.keepRealised(organization, 7, DAY, realised).block(PATIENCE);
    REPORTS.keepEstimate(organization, estimate(.2)).block(PATIENCE);

    assertThat(REPORTS.performance(organization, List.of(7L), 5).collectList().block(PATIENCE))
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.estimated()).isEqualTo(told.estimated());
              assertThat(kept.realised()).isEqualTo(realised);
            });
    assertThat(REPORTS.unrealised(organization, RiskKind.CHURN).collectList().block(PATIENCE))
        .isEmpty();
    assertThat(REPORTS.deleteBefore(organization, DAY.plusDays(1)).block(PATIENCE)).isEqualTo(1);
  }

  @Test
  void aFlagIsRaisedOnceAndClearedWhenItsSubjectIsAsBefore() {
    OrganizationId organization = MIGRATED.addOrganization("flags");

    assertThat(settle(organization, "money_30d", "tenure"))
        .extracting(ModelFlag::subject)
        .containsExactly("money_30d", "tenure");
    assertThat(settle(organization, "money_30d")).isEmpty();
    assertThat(settle(organization, "money_30d", "tenure"))
        .extracting(ModelFlag::subject)
        .containsExactly("tenure");

    List<ModelFlag> all = FLAGS.of(organization, List.of(7L), 10).collectList().block(PATIENCE);
    assertThat(all).extracting(ModelFlag::subject).containsExactly("tenure", "money_30d", "tenure");
    assertThat(all).extracting(flag -> flag.clearedAt() == null).containsExactly(true, true, false);
    OrganizationId other = MIGRATED.addOrganization("other flags");
    assertThat(FLAGS.of(other, List.of(7L), 10).collectList().block(PATIENCE)).isEmpty();
  }

  @Test
  void ofAKindOneTrainingRunsAtATime() {
    OrganizationId organization = MIGRATED.addOrganization("retraining");
    RETRAININGS.begin(organization, RiskKind.CHURN, 1, 7, NOW).block(PATIENCE);
    RETRAININGS.begin(organization, RiskKind.CHURN, 2, 7, NOW).block(PATIENCE);
    RETRAININGS
        .decide(organization, 1, Retraining.State.REJECTED, 9L, "no better", NOW)
        .block(PATIENCE);
    RETRAININGS.begin(organization, RiskKind.CHURN, 3, 7, NOW.plusSeconds(1)).block(PATIENCE);

    assertThat(RETRAININGS.newest(organization, RiskKind.CHURN, 10).collectList().block(PATIENCE))
        .extracting(Retraining::jobId, Retraining::state)
        .containsExactly(
            tuple(3L, Retraining.State.TRAINING), tuple(1L, Retraining.State.REJECTED));
  }

  private static List<ModelFlag> settle(OrganizationId organization, String... subjects) {
    List<FlagFinding> found =
        List.of(subjects).stream().map(subject -> new FlagFinding(subject, .3, .1)).toList();
    return FLAGS
        .settle(organization, RiskKind.CHURN, 7, ModelFlag.Reason.FEATURE_DRIFT, found, NOW)
        .collectList()
        .blockOptional(PATIENCE)
        .orElseThrow();
  }

  private static void keep(OrganizationId organization, LocalDate to, FeatureDrift... features) {
    REPORTS
        .keep(organization, new DriftReport(7, to.minusDays(6), to, 500, NOW, List.of(features)))
        .block(PATIENCE);
  }

  private static FeatureDrift drift(String feature, double index) {
    return new FeatureDrift(
        feature, index, .1, 0, .25, List.of(.5, .5, 0.0), List.of(.4, .35, .25));
  }

  private static ModelPerformance estimate(double auc) {
    return new ModelPerformance(
        7,
        RiskKind.CHURN,
        DAY.minusDays(6),
        DAY,
        .4,
        new EstimatedFigures(figures(auc), figures(auc - .1), figures(auc + .1)),
        NOW,
        null);
  }

  private static PerformanceFigures figures(double auc) {
    return new PerformanceFigures(500, 120.5, auc, .4, .12, 80.25, 30.75);
  }
}
