package io.outlay.domain.risk.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.AuditEvent;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.ChurnSettings;
import io.outlay.domain.risk.Costs;
import io.outlay.domain.risk.FirstPurchaseSettings;
import io.outlay.domain.risk.FraudSettings;
import io.outlay.domain.risk.RiskSettings;
import io.outlay.domain.test.MigratedDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class RiskSettingsIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final AuditLog AUDIT = new AuditLog(MIGRATED.database());
  private static final PostgresRiskSettings SETTINGS =
      new PostgresRiskSettings(MIGRATED.database(), AUDIT);

  private static final RiskSettings OTHERS =
      new RiskSettings(
          new ChurnSettings(
              7, 21, 60, List.of(5, 10), new Costs(new BigDecimal("0.5"), BigDecimal.TEN)),
          new FirstPurchaseSettings(
              List.of(2), 30, true, new Costs(BigDecimal.ONE, new BigDecimal("1200.25"))),
          new FraudSettings(
              30,
              90,
              new BigDecimal("0.7"),
              new BigDecimal("0.05"),
              new Costs(BigDecimal.TEN, BigDecimal.TWO)),
          48);

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void areTheDefaultsUntilChosenAndThenAsChosen() {
    Viewer viewer = viewer("chosen");
    Viewer neighbour = viewer("neighbour");
    StepVerifier.create(SETTINGS.of(viewer.organization()))
        .expectNext(RiskSettings.DEFAULTS)
        .expectComplete()
        .verify(PATIENCE);

    change(viewer, before -> OTHERS).expectNext(OTHERS).expectComplete().verify(PATIENCE);

    StepVerifier.create(SETTINGS.of(viewer.organization()))
        .expectNext(OTHERS)
        .expectComplete()
        .verify(PATIENCE);
    StepVerifier.create(SETTINGS.of(neighbour.organization()))
        .expectNext(RiskSettings.DEFAULTS)
        .expectComplete()
        .verify(PATIENCE);
  }

  @Test
  void aChangeIsWrittenDownAndNoChangeIsNot() {
    Viewer viewer = viewer("audited");
    change(viewer, before -> OTHERS).expectNextCount(1).expectComplete().verify(PATIENCE);
    change(viewer, before -> OTHERS).expectNextCount(1).expectComplete().verify(PATIENCE);
    StepVerifier.create(AUDIT.page(viewer.organization(), AuditLog.Position.NEWEST, 10))
        .assertNext(RiskSettingsIntegrationTests::tellsBoth)
        .expectComplete()
        .verify(PATIENCE);
  }

  @Test
  void aRefusedChangeChangesNothing() {
    Viewer viewer = viewer("refused");
    change(
            viewer,
            before -> new RiskSettings(before.churn(), before.firstPurchase(), before.fraud(), 0))
        .expectError(BadRequest.class)
        .verify(PATIENCE);
    StepVerifier.create(SETTINGS.of(viewer.organization()))
        .expectNext(RiskSettings.DEFAULTS)
        .expectComplete()
        .verify(PATIENCE);
  }

  private static void tellsBoth(AuditEvent event) {
    assertThat(event.action()).isEqualTo("organizationUpdate");
    assertThat(event.before()).contains("inactiveRunDays=14");
    assertThat(event.after()).contains("inactiveRunDays=21");
  }

  private static StepVerifier.FirstStep<RiskSettings> change(
      Viewer viewer, UnaryOperator<RiskSettings> change) {
    Flux<RiskSettings> changed =
        MIGRATED
            .database()
            .inOrganization(viewer.organization())
            .transaction(session -> Mono.defer(() -> SETTINGS.update(session, viewer, change)));
    return StepVerifier.create(changed);
  }

  private static Viewer viewer(String key) {
    OrganizationId organization = MIGRATED.addOrganization(key);
    return new Viewer(
        organization, "test", null, Role.ADMIN, Scope.EVERYTHING, Language.ENGLISH, null);
  }
}
