package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.feature.FeatureCatalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What models foretell and what they know, read and changed through GraphQL. */
class RiskSettingsIntegrationTests {

  private static final Company COMPANY = Company.create("risk-settings");
  private static final String SETTINGS =
      """
      { viewer { organization { riskSettings {
          churn { activeDays inactiveRunDays horizonDays survivalDays costs { falseAlarm miss threshold } }
          firstPurchase { agesDays horizonDays isRefundCounted }
          fraud { ripeAfterDays labelFrequency reviewShare }
          eventsLateAfterHours } } } }\
      """;

  @Test
  void areTheDefaultsUntilTheyAreChanged() {
    JsonNode settings = settings(Company.create("risk-defaults"));
    assertThat(settings.at("/churn/inactiveRunDays").asInt()).isEqualTo(14);
    assertThat(settings.at("/churn/costs/threshold").asDouble()).isEqualTo(.2);
    assertThat(settings.at("/firstPurchase/agesDays").toString()).isEqualTo("[0,1,3]");
    assertThat(settings.at("/fraud/labelFrequency").asString()).isEqualTo("1");
  }

  @Test
  void aChangeKeepsWhatIsOmittedAndIsInTheAuditLog() {
    Company company = Company.create("risk-changed");
    JsonNode done =
        company.data(
            """
            mutation { organizationUpdate(input: {name: "New name", riskSettings: {
                churn: {horizonDays: 21, costs: {miss: "19"}}, fraud: {labelFrequency: "0.8"}}})
              { organization { name riskSettings { churn { horizonDays activeDays costs { falseAlarm threshold } } } }
                userErrors { message } } }\
            """);
    assertThat(done.at("/organizationUpdate/organization/name").asString()).isEqualTo("New name");
    JsonNode settings = settings(company);
    assertThat(settings.at("/churn/horizonDays").asInt()).isEqualTo(21);
    assertThat(settings.at("/churn/activeDays").asInt()).isEqualTo(14);
    assertThat(settings.at("/churn/costs/threshold").asDouble()).isEqualTo(.05);
    assertThat(settings.at("/fraud/labelFrequency").asString()).isEqualTo("0.8");
    assertThat(company.data("{ auditEvents { nodes { action after } } }").toString())
        .contains("horizonDays=21");
  }

  @Test
  void whatCannotBeIsToldWithItsPathAndNothingElseChanges() {
    Company company = Company.create("risk-refused");
    JsonNode refused =
        company.data(
            """
            mutation { organizationUpdate(input: {name: "Never", riskSettings: {churn: {horizonDays: 999}}})
              { organization { name } userErrors { code field message } } }\
            """);
    JsonNode error = refused.at("/organizationUpdate/userErrors/0");
    assertThat(error.at("/field").toString())
        .isEqualTo("[\"input\",\"riskSettings\",\"churn\",\"horizonDays\"]");
    assertThat(error.at("/message").asString()).contains("999", "from 1 to 180");
    assertThat(company.data("{ viewer { organization { name } } }").toString())
        .doesNotContain("Never");
  }

  @Test
  void featuresAreToldAsDataInTheLanguageOfTheRequest() {
    String question =
        "{ viewer { organization { riskSettings { fraud { features"
            + " { name meaning unit windowDays whenMissing isActionable } } } } } }";
    JsonNode features =
        COMPANY.data(question).at("/viewer/organization/riskSettings/fraud/features");
    assertThat(features.size()).isEqualTo(FeatureCatalogue.of(RiskKind.FRAUD).definitions().size());
    assertThat(features.get(0).at("/meaning").asString())
        .isEqualTo("Days since the user last did anything");
    assertThat(features.get(0).at("/whenMissing").asString()).isEqualTo("when it never happened");
  }

  @Test
  void tokensThatMayNotSeeUsersSeeNoDefinitions() {
    String limited = COMPANY.token("ANALYST", Map.of("channels", List.of("META")));
    JsonNode answer = Company.server().ask(limited, SETTINGS, Map.of());
    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
    assertThat(answer.at("/data/viewer/organization/riskSettings").isNull()).isTrue();
  }

  @Test
  void valuesComputedElsewhereAreTakenAndBecomeFeatures() {
    Company company = Company.create("risk-import");
    JsonNode done =
        company.data(
            """
            mutation { riskFeaturesImport(input: {name: "imported_credit", english: "Credit score", korean: "신용 점수",
                unit: NUMBER, allowedAgeDays: 30,
                values: [{externalUserId: "nobody", value: 1.5, knownAt: "2026-01-01T00:00:00Z"}]})
              { imported { feature { name meaning windowDays } valueCount unknownUserIds } userErrors { message } } }\
            """);
    JsonNode imported = done.at("/riskFeaturesImport/imported");
    assertThat(imported.at("/feature/windowDays").asInt()).isEqualTo(30);
    assertThat(imported.at("/valueCount").asInt()).isZero();
    assertThat(imported.at("/unknownUserIds").toString()).isEqualTo("[\"nobody\"]");
    assertThat(
            company
                .data(
                    "{ viewer { organization { riskSettings { churn { features { name } } } } } }")
                .toString())
        .contains("imported_credit");
    JsonNode refused =
        company.data(
            """
            mutation { riskFeaturesImport(input: {name: "sessions_7d", english: "A", korean: "가", unit: NUMBER,
                allowedAgeDays: 30, values: []}) { userErrors { field code message } } }\
            """);
    assertThat(refused.at("/riskFeaturesImport/userErrors/0/field").toString())
        .isEqualTo("[\"input\",\"name\"]");
  }

  private static JsonNode settings(Company company) {
    return company.data(SETTINGS).at("/viewer/organization/riskSettings");
  }
}
