package io.outlay.domain.organization.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.organization.CreatedToken;
import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.TokenGrant;
import io.outlay.domain.organization.TokenSecret;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.test.MigratedDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** One process revokes; another one, with its own pools and memory, must know within a second. */
class RevocationIntegrationTests {

  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final OrganizationId DEMO = MIGRATED.addOrganization("demo");
  private static final ApiTokens HERE =
      new ApiTokens(MIGRATED.database(), new AuditLog(MIGRATED.database()));

  private static final Database OTHER = MIGRATED.anotherProcess();
  private static final Notifications HEARD = new Notifications(OTHER);
  private static final TokenSignIn THERE = new TokenSignIn(OTHER, HEARD, Clock.systemUTC());
  private static final TokenEnds ENDS = new TokenEnds(OTHER, HEARD, Clock.systemUTC());

  @BeforeAll
  static void listen() {
    HEARD.start();
    await(HEARD::isCurrent);
  }

  @AfterAll
  static void close() {
    ENDS.close();
    HEARD.close();
    OTHER.close();
    MIGRATED.close();
  }

  @Test
  void isRefusedInAnotherProcessWithinASecond() {
    CreatedToken made = create();
    THERE.viewer(made.secret()).block(PATIENCE);
    assertThat(THERE.remembered(made.secret())).isPresent();

    revoke(made);

    assertThat(refusedWithin(made.secret())).isLessThan(A_SECOND);
  }

  @Test
  void endsConnectionsOfAnotherProcessWithinASecond() {
    CreatedToken made = create();
    Viewer viewer = Objects.requireNonNull(THERE.viewer(made.secret()).block(PATIENCE));
    CompletableFuture<Void> ended = ENDS.ended(viewer).toFuture();
    CompletableFuture<Void> unrelated =
        ENDS.ended(Objects.requireNonNull(THERE.viewer(create().secret()).block(PATIENCE)))
            .toFuture();

    Instant revoked = Instant.now();
    revoke(made);

    assertThat(ended).succeedsWithin(A_SECOND);
    assertThat(Duration.between(revoked, Instant.now())).isLessThan(A_SECOND.multipliedBy(2));
    assertThat(unrelated).isNotDone();
    unrelated.cancel(true);
  }

  @Test
  void endsAConnectionWhoseTokenWasRevokedWhileItSignedIn() {
    CreatedToken made = create();
    Viewer viewer = Objects.requireNonNull(THERE.viewer(made.secret()).block(PATIENCE));
    revoke(made);

    StepVerifier.create(ENDS.ended(viewer)).expectComplete().verify(PATIENCE);
  }

  @Test
  void endsAConnectionWhoseTokenRunsOut() {
    Viewer brief =
        new Viewer(
            DEMO,
            "jwt:someone",
            null,
            Role.ANALYST,
            Scope.EVERYTHING,
            Language.ENGLISH,
            Instant.now().plusMillis(200));

    StepVerifier.create(ENDS.ended(brief)).expectComplete().verify(PATIENCE);
  }

  @Test
  void holdsWhileTheListeningConnectionIsCut() throws SQLException {
    CreatedToken made = create();
    Viewer viewer = Objects.requireNonNull(THERE.viewer(made.secret()).block(PATIENCE));
    CompletableFuture<Void> ended = ENDS.ended(viewer).toFuture();

    cutListeners();
    revoke(made);

    assertThat(refusedWithin(made.secret())).isLessThan(A_SECOND);
    assertThat(ended).succeedsWithin(A_SECOND.multipliedBy(3));
    await(HEARD::isCurrent);
    CreatedToken next = create();
    THERE.viewer(next.secret()).block(PATIENCE);
    assertThat(THERE.remembered(next.secret())).isPresent();
  }

  private static void cutListeners() throws SQLException {
    try (var connection = MIGRATED.superuser();
        var statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND query IN ('SELECT 1')"
              + " AND pid <> pg_backend_pid()");
    }
  }

  private static Duration refusedWithin(TokenSecret secret) {
    Instant begin = Instant.now();
    await(() -> THERE.viewer(secret).blockOptional(PATIENCE).isEmpty());
    return Duration.between(begin, Instant.now());
  }

  private static CreatedToken create() {
    TokenGrant grant = new TokenGrant("Tool", Role.ANALYST, Scope.EVERYTHING, null);
    return Objects.requireNonNull(
        HERE.create(DEMO, "test", grant, TokenSecret.random()).block(PATIENCE));
  }

  private static void revoke(CreatedToken made) {
    Viewer admin =
        new Viewer(DEMO, "token:1 test", 1L, Role.ADMIN, Scope.EVERYTHING, Language.ENGLISH, null);
    HERE.revoke(admin, made.token().id()).block(PATIENCE);
  }

  private static void await(BooleanSupplier condition) {
    Flux.interval(Duration.ZERO, Duration.ofMillis(10))
        .onBackpressureDrop()
        .publishOn(reactor.core.scheduler.Schedulers.boundedElastic())
        .filter(tick -> condition.getAsBoolean())
        .blockFirst(PATIENCE);
  }
}
