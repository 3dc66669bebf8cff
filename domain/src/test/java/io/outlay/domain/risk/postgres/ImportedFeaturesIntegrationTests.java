package io.outlay.domain.risk.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.ImportedFeature;
import io.outlay.domain.risk.ImportedFeatures.Kept;
import io.outlay.domain.risk.ImportedFeatures.Value;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.domain.useractivity.UserActivity;
import io.outlay.domain.useractivity.UserActivity.ImportedValue;
import io.outlay.domain.useractivity.postgres.PostgresUserActivities;
import io.outlay.domain.userevent.UserAt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ImportedFeaturesIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Database DATABASE = MIGRATED.database();
  private static final AuditLog AUDIT = new AuditLog(DATABASE);
  private static final PostgresImportedFeatures FEATURES =
      new PostgresImportedFeatures(DATABASE, AUDIT);
  private static final ImportedFeature CREDIT =
      new ImportedFeature("imported_credit", "Credit score", "신용 점수", "NUMBER", 30, false);
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00.123456Z");

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void theLatestValueStandsBesideTheActivityWhateverTheOrderOfImports() {
    Viewer viewer = viewer("latest");
    long user = addUser(viewer, "u1");
    assertThat(record(viewer, value("u1", 2, APRIL))).isEqualTo(new Kept(1, List.of()));
    record(viewer, value("u1", 1, MARCH));

    UserActivity kept = activity(viewer, user);
    assertThat(kept.imported()).isEqualTo(Map.of("imported_credit", new ImportedValue(2, APRIL)));

    record(viewer, value("u1", 3, APRIL));
    UserActivity corrected = activity(viewer, user);
    assertThat(corrected.imported())
        .isEqualTo(Map.of("imported_credit", new ImportedValue(3, APRIL)));
    assertThat(corrected.version()).isGreaterThan(kept.version());

    record(viewer, value("u1", 3, APRIL));
    assertThat(activity(viewer, user).version()).isEqualTo(corrected.version());
  }

  @Test
  void aTimeSeesWhatWasKnownByThen() {
    Viewer viewer = viewer("times");
    long user = addUser(viewer, "u1");
    record(viewer, value("u1", 1, MARCH), value("u1", 2, APRIL));
    List<UserAt> usersAt =
        List.of(
            new UserAt(user, APRIL),
            new UserAt(user, APRIL.minusNanos(1_000)),
            new UserAt(user, MARCH.minusNanos(1_000)));
    assertThat(
            await(
                FEATURES.known(
                    viewer.organization(), Set.of("imported_credit", "imported_other"), usersAt)))
        .containsExactly(Map.of("imported_credit", 2.0), Map.of("imported_credit", 1.0), Map.of());
  }

  @Test
  void idsNobodyHasAreToldAndTheRestIsKept() {
    Viewer viewer = viewer("unknown");
    addUser(viewer, "u1");
    addUser(viewer("unknown-neighbour"), "theirs");
    assertThat(
            record(
                viewer,
                value("u1", 1, MARCH),
                value("nobody", 1, MARCH),
                value("theirs", 1, MARCH)))
        .isEqualTo(new Kept(1, List.of("nobody", "theirs")));
  }

  @Test
  void aDeclarationIsReplacedAndWrittenDownOnce() {
    Viewer viewer = viewer("declared");
    record(viewer);
    record(viewer);
    ImportedFeature other =
        new ImportedFeature("imported_credit", "Score", "점수", "SHARE", 10, true);
    await(FEATURES.record(viewer, other, List.of()));
    assertThat(await(FEATURES.declared(viewer.organization()))).containsExactly(other);
    assertThat(
            await(
                AUDIT
                    .page(viewer.organization(), AuditLog.Position.NEWEST, 10)
                    .map(event -> event.action())
                    .collectList()))
        .containsExactly("riskFeaturesImport", "riskFeaturesImport");
  }

  @Test
  void refusesNamesThatCouldBeOutlaysOwnAndValuesNoModelCanComputeWith() {
    assertThatThrownBy(() -> new ImportedFeature("sessions_7d", "A", "가", "NUMBER", 30, false))
        .isInstanceOf(BadRequest.class)
        .hasMessageStartingWith("name is \"sessions_7d\"");
    assertThatThrownBy(() -> new ImportedFeature("imported_a", " ", "가", "NUMBER", 30, false))
        .hasMessageStartingWith("english is");
    assertThatThrownBy(() -> value("u1", Double.NaN, MARCH))
        .hasMessageStartingWith("values.value is NaN");
    assertThatThrownBy(() -> value("u1", 1e39, MARCH)).isInstanceOf(BadRequest.class);
  }

  private static Value value(String user, double value, Instant knownAt) {
    return new Value(user, value, knownAt);
  }

  private static Kept record(Viewer viewer, Value... values) {
    return await(FEATURES.record(viewer, CREDIT, List.of(values)));
  }

  private static UserActivity activity(Viewer viewer, long user) {
    return Objects.requireNonNull(
        await(new PostgresUserActivities(DATABASE).of(viewer.organization(), List.of(user)))
            .get(user));
  }

  private static long addUser(Viewer viewer, String externalId) {
    String sql =
        """
        WITH born AS (INSERT INTO app_user (organization_id, external_id) VALUES ($1, $2) RETURNING user_id)
        INSERT INTO user_identity (organization_id, external_id, user_id) SELECT $1, $2, user_id FROM born
        RETURNING user_id
        """;
    return await(
        DATABASE
            .inOrganization(viewer.organization())
            .one(
                sql,
                List.of(viewer.organization().value(), externalId),
                row -> Objects.requireNonNull(row.get(0, Long.class))));
  }

  private static Viewer viewer(String key) {
    return new Viewer(
        MIGRATED.addOrganization(key),
        "test",
        null,
        Role.MANAGER,
        Scope.EVERYTHING,
        Language.ENGLISH,
        null);
  }

  private static <T> T await(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(PATIENCE));
  }
}
