package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.postgres.Organizations;
import io.outlay.domain.risk.DriftReport;
import io.outlay.domain.risk.EstimatedFigures;
import io.outlay.domain.risk.FeatureDrift;
import io.outlay.domain.risk.FlagFinding;
import io.outlay.domain.risk.ModelFlag;
import io.outlay.domain.risk.ModelFlags;
import io.outlay.domain.risk.ModelOrigin;
import io.outlay.domain.risk.ModelPerformance;
import io.outlay.domain.risk.ModelReports;
import io.outlay.domain.risk.NewRiskModel;
import io.outlay.domain.risk.PerformanceFigures;
import io.outlay.domain.risk.Retrainings;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.RiskModels;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was found of models, and experiments with them, as callers see them. */
class RiskWatchIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2026-11-09T03:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 8);
  private static final String START =
      "mutation($input: ExperimentStartInput!) { experimentStart(input: $input) { experiment {"
          + " __typename id kind champion { number } model { number state share } mode metric"
          + " minimumUsers horizonDays significance mostLoss { amount currencyCode } guardDays"
          + " isPromotedByRule state explanation startedBy endedAt result { userCount } }"
          + " userErrors { field code message } } }";
  private static final String STOP =
      "mutation($id: ID!) { experimentStop(id: $id) { experiment { id state explanation model {"
          + " state } } userErrors { field code } } }";
  private static final String WATCHED =
      "{ riskModels(kind: CHURN, first: 5) { id number drift { from to userCount probability {"
          + " index } features { name index limit isFlagged missingNow sharesNow } }"
          + " estimatedPerformance { threshold estimated { userCount rocAuc precision }"
          + " estimatedLow { rocAuc } realised { at } } realisedPerformance { from } flags { reason"
          + " subject figure limit clearedAt } retrainings { state job { id } candidate { id } }"
          + " experiments { id } } }";

  @Test
  void aDashboardCanBeDrawnFromWhatWasFound() {
    Company company = Company.create("watch-dashboard");
    RiskModel champion = register("watch-dashboard");
    found("watch-dashboard", champion);

    JsonNode model = company.data(company.token("ANALYST", Map.of()), WATCHED).at("/riskModels/0");

    JsonNode drift = model.at("/drift/0");
    assertThat(drift.at("/userCount").asLong()).isEqualTo(500);
    assertThat(drift.at("/probability").isNull()).isTrue();
    assertThat(drift.at("/features/0/name").asString()).isEqualTo("sessions_7d");
    assertThat(drift.at("/features/0/isFlagged").asBoolean()).isTrue();
    assertThat(drift.at("/features/1/isFlagged").asBoolean()).isFalse();
    JsonNode estimated = model.at("/estimatedPerformance");
    assertThat(estimated.at("/estimated/rocAuc").asDouble()).isEqualTo(.8);
    assertThat(estimated.at("/estimatedLow/rocAuc").isNull()).isTrue();
    assertThat(estimated.at("/realised").isNull()).isTrue();
    assertThat(model.at("/realisedPerformance").isNull()).isTrue();
    assertThat(model.at("/flags/0/reason").asString()).isEqualTo("FEATURE_DRIFT");
    assertThat(model.at("/flags/0/clearedAt").isNull()).isTrue();
    assertThat(model.at("/retrainings/0/state").asString()).isEqualTo("TRAINING");
    assertThat(model.at("/retrainings/0/job").isNull()).isTrue();
  }

  @Test
  void anExperimentIsDeclaredBegunSeenAndEnded() {
    Company company = Company.create("watch-experiment");
    register("watch-experiment");
    RiskModel candidate = register("watch-experiment");
    String manager = company.token("MANAGER", Map.of());
    String model = company.data("{ riskModels { id } }").at("/riskModels/0/id").asString();
    assertThat(candidate.number()).isEqualTo(2);

    JsonNode started = start(manager, input(model, "SHADOW", 0)).at("/data/experimentStart");
    assertThat(started.at("/userErrors").isEmpty()).as(started.toString()).isTrue();
    JsonNode experiment = started.at("/experiment");
    assertThat(experiment.at("/state").asString()).isEqualTo("RUNNING");
    assertThat(experiment.at("/champion/number").asInt()).isEqualTo(1);
    assertThat(experiment.at("/model/state").asString()).isEqualTo("SHADOW");
    assertThat(experiment.at("/mostLoss/amount").asString()).isEqualTo("250.50");
    assertThat(experiment.at("/mostLoss/currencyCode").asString()).isEqualTo("USD");
    assertThat(experiment.at("/result").isNull()).isTrue();
    String id = experiment.at("/id").asString();
    assertThat(company.data("{ node(id: \"" + id + "\") { ... on Experiment { state } } }"))
        .hasToString("{\"node\":{\"state\":\"RUNNING\"}}");

    JsonNode again = start(manager, input(model, "SHADOW", 0));
    assertThat(again.at("/data/experimentStart/userErrors/0/code").asString())
        .isEqualTo("CONFLICT");
    JsonNode stopped = Company.server().ask(manager, STOP, Map.of("id", id));
    assertThat(stopped.at("/data/experimentStop/experiment/state").asString()).isEqualTo("STOPPED");
    assertThat(stopped.at("/data/experimentStop/experiment/model/state").asString())
        .isEqualTo("CANDIDATE");
    JsonNode twice = Company.server().ask(manager, STOP, Map.of("id", id));
    assertThat(twice.at("/data/experimentStop/userErrors/0/code").asString())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void aLookIsAJobThatCallersSee() {
    Company company = Company.create("watch-job");
    bean(Jobs.class)
        .submit(
            organization("watch-job"), "RISK_WATCH", "{}", "a test", Scope.EVERYTHING, Audit.none())
        .block(PATIENCE);

    Await.within(
        PATIENCE,
        "the look is done",
        () ->
            company
                .data("{ jobs(filter: {kinds: [RISK_WATCH]}) { nodes { state } } }")
                .at("/jobs/nodes/0/state")
                .asString()
                .equals("SUCCEEDED"));
  }

  @Test
  void whatCannotBeDecidedByIsRefusedByName() {
    Company company = Company.create("watch-refused");
    register("watch-refused");
    register("watch-refused");
    String model = company.data("{ riskModels { id } }").at("/riskModels/0/id").asString();

    JsonNode share = start(company.admin(), input(model, "CHALLENGER", .9));
    assertThat(share.at("/data/experimentStart/userErrors/0/code").asString())
        .isEqualTo("INVALID_VALUE");
    assertThat(share.at("/data/experimentStart/userErrors/0/field"))
        .hasToString("[\"input\",\"share\"]");
    JsonNode missing = start(company.admin(), input("UmlzayBNb2RlbDo5", "SHADOW", 0));
    assertThat(missing.at("/data/experimentStart/userErrors/0/code").asString())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void rolesLimitsAndOrganizationsAreKept() {
    Company company = Company.create("watch-mine");
    Company other = Company.create("watch-other");
    register("watch-mine");
    register("watch-mine");
    String model = company.data("{ riskModels { id } }").at("/riskModels/0/id").asString();

    JsonNode analyst = start(company.token("ANALYST", Map.of()), input(model, "SHADOW", 0));
    assertThat(analyst.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
    JsonNode foreign = start(other.admin(), input(model, "SHADOW", 0));
    assertThat(foreign.at("/data/experimentStart/userErrors/0/code").asString())
        .isEqualTo("NOT_FOUND");
    String id =
        start(company.admin(), input(model, "SHADOW", 0))
            .at("/data/experimentStart/experiment/id")
            .asString();
    assertThat(other.data("{ node(id: \"" + id + "\") { id } }").at("/node").isNull()).isTrue();
    JsonNode stop = Company.server().ask(other.admin(), STOP, Map.of("id", id));
    assertThat(stop.at("/data/experimentStop/userErrors/0/code").asString()).isEqualTo("NOT_FOUND");
  }

  private static JsonNode start(String token, Map<String, ?> input) {
    return Company.server().ask(token, START, Map.of("input", input));
  }

  private static Map<String, ?> input(String model, String mode, double share) {
    return Map.of(
        "riskModelId",
        model,
        "mode",
        mode,
        "share",
        share,
        "metric",
        "COST",
        "minimumUsers",
        500,
        "horizonDays",
        14,
        "mostLoss",
        "250.5");
  }

  private static void found(String key, RiskModel champion) {
    OrganizationId organization = organization(key);
    bean(ModelReports.class)
        .keep(
            organization,
            new DriftReport(
                champion.id(),
                DAY.minusDays(6),
                DAY,
                500,
                NOW,
                List.of(drift("tenure", .02), drift("sessions_7d", .4))))
        .block(PATIENCE);
    bean(ModelReports.class)
        .keepEstimate(
            organization,
            new ModelPerformance(
                champion.id(),
                RiskKind.CHURN,
                DAY.minusDays(6),
                DAY,
                .4,
                new EstimatedFigures(figures(.8), figures(Double.NaN), figures(.9)),
                NOW,
                null))
        .block(PATIENCE);
    bean(ModelFlags.class)
        .settle(
            organization,
            RiskKind.CHURN,
            champion.id(),
            ModelFlag.Reason.FEATURE_DRIFT,
            List.of(new FlagFinding("sessions_7d", .4, .1)),
            NOW)
        .blockLast(PATIENCE);
    bean(Retrainings.class)
        .begin(organization, RiskKind.CHURN, 999_999, champion.id(), NOW)
        .block(PATIENCE);
  }

  private static FeatureDrift drift(String feature, double index) {
    return new FeatureDrift(
        feature, index, .1, 0, .25, List.of(.5, .5, 0.0), List.of(.4, .35, .25));
  }

  private static PerformanceFigures figures(double auc) {
    return new PerformanceFigures(500, 120.5, auc, .4, .12, 80.25, 30.75);
  }

  private static RiskModel register(String key) {
    return Objects.requireNonNull(
        bean(RiskModels.class)
            .register(
                organization(key),
                new NewRiskModel(
                    RiskKind.CHURN,
                    ModelOrigin.TRAINED,
                    List.of(),
                    null,
                    "{}",
                    null,
                    "{}",
                    "# Card",
                    List.of(),
                    null,
                    "a test"),
                Audit.none())
            .block(PATIENCE));
  }

  private static OrganizationId organization(String key) {
    return Objects.requireNonNull(bean(Organizations.class).findByKey(key).block(PATIENCE)).id();
  }

  private static <T> T bean(Class<T> type) {
    return Company.server().bean(type);
  }
}
