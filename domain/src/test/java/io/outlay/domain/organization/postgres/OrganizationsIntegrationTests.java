package io.outlay.domain.organization.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.AuditEvent;
import io.outlay.domain.audit.RequestId;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.exchangerate.Quotation;
import io.outlay.domain.exchangerate.postgres.PostgresExchangeRates;
import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.OrganizationDetails;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.test.MigratedDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class OrganizationsIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Database DATABASE = MIGRATED.database();
  private static final AuditLog AUDIT = new AuditLog(DATABASE);
  private static final Organizations ORGANIZATIONS = new Organizations(DATABASE, AUDIT);

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void bringsTheBuiltInChannels() {
    Organization made = create("with-channels");

    assertThat(
            DATABASE
                .inOrganization(made.id())
                .query(
                    "SELECT key || '=' || name FROM channel WHERE organization_id = $1",
                    List.of(made.id().value()),
                    row -> Objects.requireNonNull(row.get(0, String.class)))
                .collectList()
                .block(PATIENCE))
        .containsExactlyInAnyOrder(
            "META=Meta", "GOOGLE_ADS=Google Ads", "APPLE_SEARCH_ADS=Apple Search Ads");
    StepVerifier.create(ORGANIZATIONS.find(made.id())).expectNext(made).verifyComplete();
    StepVerifier.create(ORGANIZATIONS.findByKey("with-channels")).expectNext(made).verifyComplete();
  }

  @Test
  void refusesAKeyTwice() {
    create("twice");

    StepVerifier.create(ORGANIZATIONS.create(details("twice"), "test")).verifyError(Conflict.class);
  }

  @Test
  void findsNothingUnderUnknownNumbersAndKeys() {
    StepVerifier.create(ORGANIZATIONS.find(new OrganizationId(999_999)))
        .verifyError(NotFound.class);
    StepVerifier.create(ORGANIZATIONS.findByKey("nobody")).verifyComplete();
  }

  @Test
  void aChangeRaisesTheDataVersionAndIsInTheAuditLog() {
    Organization made = create("changing");
    long before = version(made.id());

    var change =
        Objects.requireNonNull(
            ORGANIZATIONS
                .update(admin(made.id()), details -> details.with("Renamed", "KRW", null))
                .contextWrite(context -> RequestId.in(context, "request-1"))
                .block(PATIENCE));

    assertThat(change.before()).isEqualTo(made);
    assertThat(change.after().currencyCode()).isEqualTo("KRW");
    assertThat(version(made.id())).isEqualTo(before + 1);
    AuditEvent newest = events(made.id()).getFirst();
    assertThat(newest.action()).isEqualTo("organizationUpdate");
    assertThat(newest.actor()).isEqualTo("token:1 test");
    assertThat(newest.before()).contains("\"name\": \"Company\"").contains("USD");
    assertThat(newest.after()).contains("\"name\": \"Renamed\"").contains("KRW");
    assertThat(newest.requestId()).isEqualTo("request-1");
  }

  @Test
  void convertsByATableOfItsOwnOnceThatHoldsRates() {
    Organization made = create("rated");
    assertThat(made.rateTable()).isEqualTo("ECB");
    StepVerifier.create(
            ORGANIZATIONS.update(admin(made.id()), details -> details.withRateTable("OWN")))
        .verifyErrorSatisfies(
            error -> assertThat(error).hasMessageContaining("exchangeRatesImport has filled"));
    new PostgresExchangeRates(DATABASE)
        .importOwn(
            made.id(),
            "OWN",
            Flux.just(new Quotation(LocalDate.EPOCH, "USD", BigDecimal.TWO)),
            Audit.none())
        .block(PATIENCE);

    ORGANIZATIONS.update(admin(made.id()), details -> details.withRateTable("OWN")).block(PATIENCE);

    assertThat(Objects.requireNonNull(ORGANIZATIONS.find(made.id()).block(PATIENCE)).rateTable())
        .isEqualTo("OWN");
    assertThat(events(made.id()).getFirst().after()).contains("\"rateTable\": \"OWN\"");
  }

  @Test
  void changesNothingWhereNothingBecomesDifferent() {
    Organization made = create("unchanged");
    long before = version(made.id());

    StepVerifier.create(
            ORGANIZATIONS.update(admin(made.id()), details -> details.with("Company", null, null)))
        .assertNext(change -> assertThat(change.isNone()).isTrue())
        .verifyComplete();

    assertThat(version(made.id())).isEqualTo(before);
    assertThat(events(made.id())).hasSize(1);
  }

  @Test
  void aRefusedChangeLeavesNoTrace() {
    Organization made = create("refused");

    StepVerifier.create(
            ORGANIZATIONS.update(admin(made.id()), details -> details.with(null, "coins", null)))
        .verifyError(BadRequest.class);

    assertThat(events(made.id())).hasSize(1);
    StepVerifier.create(ORGANIZATIONS.find(made.id())).expectNext(made).verifyComplete();
  }

  @Test
  void theAuditLogIsReadInPagesAndNeverChanged() {
    Organization made = create("audited");
    for (String name : List.of("A", "B", "C")) {
      ORGANIZATIONS
          .update(admin(made.id()), details -> details.with(name, null, null))
          .block(PATIENCE);
    }

    List<AuditEvent> all = events(made.id());
    AuditEvent second = all.get(1);
    assertThat(all).hasSize(4);
    assertThat(
            AUDIT
                .page(made.id(), new AuditLog.Position(second.at(), second.id()), 10)
                .collectList()
                .block(PATIENCE))
        .containsExactlyElementsOf(all.subList(2, 4));
    for (String change : List.of("UPDATE audit_event SET actor = 'x'", "DELETE FROM audit_event")) {
      StepVerifier.create(DATABASE.inOrganization(made.id()).update(change, List.of()))
          .verifyErrorSatisfies(
              error -> assertThat(error).hasMessageContaining("permission denied"));
      StepVerifier.create(DATABASE.asSystem().update(change, List.of()))
          .verifyErrorSatisfies(
              error -> assertThat(error).hasMessageContaining("permission denied"));
    }
    assertThatOwnerIsRefused("UPDATE audit_event SET actor = 'x'");
    assertThatOwnerIsRefused("TRUNCATE audit_event");
  }

  private static void assertThatOwnerIsRefused(String change) {
    StepVerifier.create(
            Mono.fromCallable(
                () -> {
                  try (var connection = MIGRATED.superuser();
                      var statement = connection.createStatement()) {
                    return statement.execute(change);
                  }
                }))
        .verifyErrorSatisfies(
            error -> assertThat(error).hasMessageContaining("never changed or removed"));
  }

  private static Organization create(String key) {
    return Objects.requireNonNull(ORGANIZATIONS.create(details(key), "test").block(PATIENCE));
  }

  private static OrganizationDetails details(String key) {
    return OrganizationDetails.of(key, "Company", "USD", "UTC");
  }

  private static Viewer admin(OrganizationId organization) {
    return new Viewer(
        organization, "token:1 test", 1L, Role.ADMIN, Scope.EVERYTHING, Language.ENGLISH, null);
  }

  private static long version(OrganizationId organization) {
    return Objects.requireNonNull(
        DATABASE
            .inOrganization(organization)
            .one(
                "SELECT data_version FROM organization WHERE organization_id = $1",
                List.of(organization.value()),
                row -> Objects.requireNonNull(row.get(0, Long.class)))
            .block(PATIENCE));
  }

  private static List<AuditEvent> events(OrganizationId organization) {
    return Objects.requireNonNull(
        AUDIT.page(organization, AuditLog.Position.NEWEST, 100).collectList().block(PATIENCE));
  }
}
