package io.outlay.domain.organization.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.AuditEvent;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.organization.ApiToken;
import io.outlay.domain.organization.CreatedToken;
import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.TokenGrant;
import io.outlay.domain.organization.TokenSecret;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.test.MigratedDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class ApiTokensIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Database DATABASE = MIGRATED.database();
  private static final AuditLog AUDIT = new AuditLog(DATABASE);
  private static final ApiTokens TOKENS = new ApiTokens(DATABASE, AUDIT);
  private static final TokenSignIn SIGN_IN =
      new TokenSignIn(DATABASE, new Notifications(DATABASE), Clock.systemUTC());
  private static final OrganizationId DEMO = MIGRATED.addOrganization("demo");
  private static final OrganizationId RIVAL = MIGRATED.addOrganization("rival");

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void aNewTokenSignsIn() {
    CreatedToken made = create(grant(Role.MANAGER));

    StepVerifier.create(SIGN_IN.viewer(made.secret()))
        .assertNext(
            viewer -> {
              assertThat(viewer.organization()).isEqualTo(DEMO);
              assertThat(viewer.role()).isEqualTo(Role.MANAGER);
              assertThat(viewer.scope()).isEqualTo(Scope.EVERYTHING);
              assertThat(viewer.actor()).isEqualTo("token:" + made.token().id() + " Tool");
            })
        .verifyComplete();
    assertThat(listed(made).lastUsedAt()).isNotNull();
  }

  @Test
  void aSecretIsOneTokensOnly() {
    TokenSecret secret = TokenSecret.random();
    TOKENS.create(DEMO, "test", grant(Role.ANALYST), secret).block(PATIENCE);

    StepVerifier.create(TOKENS.create(RIVAL, "test", grant(Role.ANALYST), secret))
        .verifyError(Conflict.class);
  }

  @Test
  void unknownTokensDoNot() {
    StepVerifier.create(SIGN_IN.viewer(TokenSecret.shown("outlay_unknown"))).verifyComplete();
    StepVerifier.create(SIGN_IN.viewer(TokenSecret.shown("null\u0000byte"))).verifyComplete();
  }

  @Test
  void itsSecretIsNowhereInTheDatabase() {
    CreatedToken made = create(grant(Role.ANALYST));

    StepVerifier.create(
            DATABASE
                .asSystem()
                .query(
                    "SELECT 1 FROM api_token t, audit_event a"
                        + " WHERE t::text LIKE '%' || $1 || '%' OR a::text LIKE '%' || $1 || '%'",
                    List.of(made.secret().reveal().substring(7)), row -> 1))
        .verifyComplete();
    StepVerifier.create(
            DATABASE
                .inOrganization(DEMO)
                .query("SELECT token_hash FROM api_token", List.of(), row -> 1))
        .verifyErrorSatisfies(error -> assertThat(error).hasMessageContaining("permission denied"));
  }

  @Test
  void aRevokedTokenIsRefusedAndStaysListed() {
    CreatedToken made = create(grant(Role.ANALYST));

    ApiToken revoked =
        Objects.requireNonNull(TOKENS.revoke(admin(DEMO), made.token().id()).block(PATIENCE));

    assertThat(revoked.revokedAt()).isNotNull();
    StepVerifier.create(SIGN_IN.viewer(made.secret())).verifyComplete();
    assertThat(listed(made)).isEqualTo(revoked);
    StepVerifier.create(TOKENS.revoke(admin(DEMO), made.token().id()))
        .expectNext(revoked)
        .verifyComplete();
    assertThat(actions(made)).containsExactlyInAnyOrder("apiTokenRevoke", "apiTokenCreate");
  }

  @Test
  void foreignAndMissingTokensAreNotFoundAlike() {
    CreatedToken made = create(grant(Role.ANALYST));

    StepVerifier.create(TOKENS.revoke(admin(RIVAL), made.token().id()))
        .verifyErrorSatisfies(
            error ->
                assertThat(error)
                    .isInstanceOf(NotFound.class)
                    .hasMessage("There is no such token."));
    StepVerifier.create(TOKENS.revoke(admin(DEMO), 999_999))
        .verifyErrorSatisfies(
            error ->
                assertThat(error)
                    .isInstanceOf(NotFound.class)
                    .hasMessage("There is no such token."));
    StepVerifier.create(SIGN_IN.viewer(made.secret())).expectNextCount(1).verifyComplete();
  }

  @Test
  void runsOutWhenItWasToldTo() {
    Instant end = Instant.now().plus(Duration.ofDays(1));
    CreatedToken made = create(new TokenGrant("Tool", Role.ANALYST, Scope.EVERYTHING, end));
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
    TokenSignIn tomorrow = new TokenSignIn(DATABASE, new Notifications(DATABASE), later);

    StepVerifier.create(SIGN_IN.viewer(made.secret())).expectNextCount(1).verifyComplete();
    StepVerifier.create(tomorrow.viewer(made.secret())).verifyComplete();
  }

  @Test
  void refusesToMakeATokenThatHasRunOut() {
    TokenGrant past = new TokenGrant("Tool", Role.ANALYST, Scope.EVERYTHING, Instant.EPOCH);

    StepVerifier.create(TOKENS.create(admin(DEMO), past)).verifyError(BadRequest.class);
  }

  @Test
  void keepsItsLimits() {
    long channel = channel(DEMO);
    Scope limit = new Scope(null, Set.of(channel));
    CreatedToken made = create(new TokenGrant("Tool", Role.ANALYST, limit, null));

    StepVerifier.create(SIGN_IN.viewer(made.secret()).map(Viewer::scope))
        .expectNext(limit)
        .verifyComplete();
  }

  @Test
  void refusesLimitsToWhatIsNotTheOrganizations() {
    Scope foreign = new Scope(null, Set.of(channel(RIVAL)));

    StepVerifier.create(
            TOKENS.create(admin(DEMO), new TokenGrant("Tool", Role.ANALYST, foreign, null)))
        .verifyErrorSatisfies(
            error ->
                assertThat(error)
                    .isInstanceOf(BadRequest.class)
                    .hasMessageStartingWith("channelIds is "));
  }

  private static CreatedToken create(TokenGrant grant) {
    return Objects.requireNonNull(TOKENS.create(admin(DEMO), grant).block(PATIENCE));
  }

  private static TokenGrant grant(Role role) {
    return new TokenGrant("Tool", role, Scope.EVERYTHING, null);
  }

  private static ApiToken listed(CreatedToken made) {
    return Objects.requireNonNull(
        TOKENS.list(DEMO, made.token().id() - 1, 1).singleOrEmpty().block(PATIENCE));
  }

  private static List<String> actions(CreatedToken made) {
    String id = Long.toString(made.token().id());
    return Objects.requireNonNull(
        AUDIT
            .page(DEMO, AuditLog.Position.NEWEST, 500)
            .filter(event -> event.subjectId().equals(id))
            .map(AuditEvent::action)
            .collectList()
            .block(PATIENCE));
  }

  private static long channel(OrganizationId organization) {
    String sql =
        "INSERT INTO channel (organization_id, key, name) VALUES ($1, 'TV', 'TV')"
            + " ON CONFLICT (organization_id, key) DO UPDATE SET name = 'TV' RETURNING channel_id";
    return Objects.requireNonNull(
        DATABASE
            .inOrganization(organization)
            .one(
                sql,
                List.of(organization.value()),
                row -> Objects.requireNonNull(row.get(0, Long.class)))
            .block(PATIENCE));
  }

  private static Viewer admin(OrganizationId organization) {
    return new Viewer(
        organization, "token:1 test", 1L, Role.ADMIN, Scope.EVERYTHING, Language.ENGLISH, null);
  }
}
