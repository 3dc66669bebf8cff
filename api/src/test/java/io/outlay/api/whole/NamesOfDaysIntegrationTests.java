package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.database.Database;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.Level;
import io.outlay.domain.platform.AccountStructures;
import io.outlay.domain.platform.EntityState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A campaign and its account that were renamed today, with figures of yesterday and of today. */
class NamesOfDaysIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static Company company;
  private static LocalDate today;
  private static LocalDate yesterday;

  @BeforeAll
  static void rename() {
    today = LocalDate.now(ZoneOffset.UTC);
    yesterday = today.minusDays(1);
    company = Company.create("renamed");
    company.imports(
        "date,accountId,accountName,currency,campaignId,campaignName,impressions,clicks,spend\n"
            + yesterday
            + ",one,First,USD,c1,Tale | Launch,10,1,2.50\n"
            + today
            + ",one,First,USD,c1,Tale | Launch,10,1,2.50\n",
        Map.of("channel", "META"));
    Database database = Company.server().bean(Database.class);
    List<Long> ids =
        Objects.requireNonNull(
            database
                .asSystem()
                .one(
                    "SELECT organization_id, ad_account_id FROM ad_account JOIN organization USING"
                        + " (organization_id) WHERE organization.key = 'renamed'",
                    List.of(),
                    row ->
                        List.of(
                            Objects.requireNonNull(row.get(0, Long.class)),
                            Objects.requireNonNull(row.get(1, Long.class))))
                .block(PATIENCE));
    OrganizationId organization = new OrganizationId(ids.getFirst());
    takeOver(organization, ids.getLast(), yesterday, "Tale | Launch");
    takeOver(organization, ids.getLast(), today, "Tale | Always on");
    database
        .inOrganization(organization)
        .transaction(
            session ->
                session
                    .update(
                        "UPDATE ad_account SET name = 'Second' WHERE organization_id = $1",
                        List.of(organization.value()))
                    .flatMap(
                        done ->
                            session
                                .query(
                                    "SELECT next_data_version($1, NULL, NULL, '{}')",
                                    List.of(organization.value()),
                                    row -> true)
                                .single()))
        .blockLast(PATIENCE);
  }

  @Test
  void aRowOfADayHasTheNamesOfThatDay() {
    JsonNode rows = rows("granularity: DAY");

    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.at("/0/campaign/name").asString()).isEqualTo("Tale | Launch");
    assertThat(rows.at("/1/campaign/name").asString()).isEqualTo("Tale | Always on");
    assertThat(rows.at("/0/campaign/id")).isEqualTo(rows.at("/1/campaign/id"));
    assertThat(rows.at("/0/adAccount/name").asString()).isNotEqualTo("Second");
    assertThat(rows.at("/1/adAccount/name").asString()).isEqualTo("Second");
  }

  @Test
  void aRowOverSeveralDaysHasThePresentNames() {
    for (String periods : List.of("granularity: YEAR", "")) {
      JsonNode rows = rows(periods);

      assertThat(rows)
          .isNotEmpty()
          .allMatch(row -> row.at("/campaign/name").asString().equals("Tale | Always on"))
          .allMatch(row -> row.at("/adAccount/name").asString().equals("Second"));
    }
  }

  private static JsonNode rows(String periods) {
    return company
        .data(
            "{ performance(range: {from: \"%s\", to: \"%s\"}, groupBy: [AD_ACCOUNT, CAMPAIGN] %s) {"
                    .formatted(yesterday.minusDays(1), today, periods)
                + " rows { nodes { period { from } adAccount { name } campaign { id name } metrics"
                + " { clicks } } } } }")
        .at("/performance/rows/nodes");
  }

  private static void takeOver(
      OrganizationId organization, long account, LocalDate day, String name) {
    Company.server()
        .bean(AccountStructures.class)
        .takeOver(
            organization,
            account,
            day,
            List.of(
                new EntityState(
                    Level.CAMPAIGN,
                    "c1",
                    null,
                    null,
                    name,
                    "ACTIVE",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)))
        .block(PATIENCE);
  }
}
