package io.outlay.domain.audit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.assumption.Assumption;
import io.outlay.domain.assumption.postgres.PostgresAssumptions;
import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.campaign.LabelRule;
import io.outlay.domain.campaign.postgres.PostgresCampaignLabels;
import io.outlay.domain.database.Database;
import io.outlay.domain.exchangerate.Quotation;
import io.outlay.domain.exchangerate.postgres.PostgresExchangeRates;
import io.outlay.domain.job.postgres.PostgresJobs;
import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.organization.postgres.Organizations;
import io.outlay.domain.performance.postgres.PostgresDeadLetters;
import io.outlay.domain.test.MigratedDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A change and its entry in the audit log are one transaction: both are there, or neither. */
class AuditInTransactionIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Database DATABASE = MIGRATED.database();
  private static int number;

  private OrganizationId organization = new OrganizationId(1);

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @BeforeEach
  void organization() {
    organization = MIGRATED.addOrganization("audited-" + ++number);
  }

  @Test
  void labels() {
    update("INSERT INTO channel VALUES ($1, DEFAULT, 'TV', 'TV')");
    update(
        "INSERT INTO ad_account (organization_id, channel_id, external_id, name, currency_code,"
            + " time_zone, conversion_goal) SELECT $1, channel_id, 'a', 'a', 'USD', 'UTC', 'OTHER'"
            + " FROM channel WHERE organization_id = $1");
    update(
        "INSERT INTO campaign (organization_id, ad_account_id, external_id, name) SELECT $1,"
            + " ad_account_id, 'c', 'KR_Saga' FROM ad_account WHERE organization_id = $1");
    PostgresCampaignLabels labels = new PostgresCampaignLabels(DATABASE);
    bothOrNeither(
        "campaign_label",
        (id, audit) -> labels.setRule(id, new LabelRule.Part("title", "_", 2), audit::of));
  }

  @Test
  void assumptions() {
    PostgresAssumptions assumptions = new PostgresAssumptions(DATABASE);
    BigDecimal none = BigDecimal.ZERO;
    Assumption vat =
        new Assumption(
            0, null, null, LocalDate.EPOCH, null, new BigDecimal("0.1"), none, none, none);
    bothOrNeither("assumption", (id, audit) -> assumptions.replace(id, List.of(vat), audit::of));
  }

  @Test
  void settingsWithTheAssumptionsBesideThem() {
    PostgresAssumptions assumptions = new PostgresAssumptions(DATABASE);
    Organizations organizations = new Organizations(DATABASE, new AuditLog(DATABASE));
    BigDecimal none = BigDecimal.ZERO;
    Assumption fee =
        new Assumption(
            0, null, null, LocalDate.EPOCH, null, none, new BigDecimal("0.2"), none, none);
    Viewer viewer =
        new Viewer(
            organization, "tester", null, Role.ADMIN, Scope.EVERYTHING, Language.ENGLISH, null);
    bothOrNeither(
        "organization WHERE name = 'renamed'",
        (id, audit) ->
            organizations.update(
                viewer,
                details -> details.with("renamed", null, null),
                session -> assumptions.replace(session, id, List.of(fee), audit::of).then()));
    assertThat(one("SELECT count(*) FROM assumption WHERE organization_id = $1")).isEqualTo(1);
  }

  @Test
  void exchangeRates() {
    PostgresExchangeRates rates = new PostgresExchangeRates(DATABASE);
    Quotation quoted = new Quotation(LocalDate.EPOCH, "USD", BigDecimal.TWO);
    bothOrNeither(
        "exchange_rate", (id, audit) -> rates.importOwn(id, "OWN", Flux.just(quoted), audit::of));
  }

  @Test
  void jobs() {
    PostgresJobs jobs = new PostgresJobs(DATABASE);
    bothOrNeither(
        "job", (id, audit) -> jobs.submit(id, "KIND", "{}", "tester", Scope.EVERYTHING, audit::of));
  }

  @Test
  void replaysOfDeadLettersAlsoWhenTheLogIsAway() {
    update(
        "INSERT INTO dead_letter (organization_id, cluster, topic, partition, record, record_key,"
            + " schema_version, cause_code, cause_message, payload) VALUES"
            + " ($1, 'c', 't', 0, 0, 'k', '1', 'INVALID', 'x', '')");
    long id = one("SELECT dead_letter_id FROM dead_letter WHERE organization_id = $1");
    PostgresDeadLetters letters = new PostgresDeadLetters(DATABASE);
    bothOrNeither(
        "dead_letter WHERE replayed_at IS NOT NULL",
        (own, audit) -> letters.replay(own, id, delivery -> Mono.empty(), audit::of));

    StepVerifier.create(
            letters.replay(
                organization,
                id,
                delivery -> Mono.error(new IllegalStateException("the log is away")),
                change -> Optional.of(entry())))
        .verifyErrorMessage("the log is away");
    assertThat(one("SELECT count(*) FROM audit_event WHERE organization_id = $1")).isEqualTo(1);
  }

  /** Runs the change with an audit that fails, then with one that is written. */
  private void bothOrNeither(
      String table, BiFunction<OrganizationId, Audit<Object>, Mono<?>> change) {
    String changed =
        "SELECT count(*) FROM (SELECT * FROM " + table + ") t WHERE organization_id = $1";
    Mono<?> failing =
        change.apply(
            organization,
            made -> {
              throw new IllegalStateException("cannot be written down");
            });
    StepVerifier.create(failing).verifyErrorMessage("cannot be written down");
    assertThat(one(changed)).isZero();

    change.apply(organization, made -> Optional.of(entry())).block(PATIENCE);
    assertThat(one(changed)).isPositive();
    String named = table.contains(" WHERE ") ? table.substring(0, table.indexOf(' ')) : table;
    assertThat(
            one(
                "SELECT count(*) FROM audit_event e JOIN "
                    + named
                    + " t USING (organization_id) WHERE organization_id = $1 AND t.xmin = e.xmin"))
        .as("written by the same transaction")
        .isPositive();
  }

  private AuditEntry entry() {
    return new AuditEntry(
        organization, "tester", "test", "Organization", "1", Map.of("a", 1), Map.of("a", 2));
  }

  private void update(String sql) {
    DATABASE
        .inOrganization(organization)
        .update(sql, List.of(organization.value()))
        .block(PATIENCE);
  }

  private long one(String sql) {
    return Objects.requireNonNull(
        DATABASE
            .inOrganization(organization)
            .one(
                sql,
                List.of(organization.value()),
                row -> Objects.requireNonNull(row.get(0, Long.class)))
            .block(PATIENCE));
  }
}
