package io.outlay.domain.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.JobProgress;
import io.outlay.domain.job.NewJob;
import io.outlay.domain.job.postgres.PostgresJobQueue;
import io.outlay.domain.job.postgres.PostgresJobs;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.AdAccountDetails;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.platform.AccessSettings;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.domain.platform.CredentialSafe;
import io.outlay.domain.platform.EncryptionKeys;
import io.outlay.domain.platform.NewPlatformAccess;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.domain.test.MigratedDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PlatformAccessesIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final String OLD = "old:" + Base64.getEncoder().encodeToString(new byte[32]);
  private static final String NEW = "new:" + Base64.getEncoder().encodeToString(filled());
  private static int organizations;

  private final OrganizationId organization =
      MIGRATED.addOrganization("accesses-" + organizations++);
  private final PostgresPlatformAccesses accesses = accesses(OLD, "old");

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void connectsAnAccountAndOpensItAgain() {
    PlatformAccess made = connect("act_1", "secret-1");

    PlatformAccess found =
        Objects.requireNonNull(accesses.find(organization, made.adAccountId()).block(PATIENCE));
    assertThat(found).isEqualTo(made);
    assertThat(found.state()).isEqualTo(AccessState.CONNECTED);
    assertThat(opened(found)).isEqualTo("secret-1");
    assertThat(number("SELECT count(*) FROM audit_event WHERE action = 'adAccountConnect'"))
        .isEqualTo(1);
    assertThat(number("SELECT data_version FROM organization")).isPositive();
  }

  @Test
  void refusesToConnectTwiceButTakesADisconnectedAccountBack() {
    PlatformAccess made = connect("act_2", "secret-1");
    assertThatThrownBy(() -> connect("act_2", "secret-2")).isInstanceOf(Conflict.class);
    assertThat(opened(made)).isEqualTo("secret-1");

    to(made, AccessState.DISCONNECTED);
    assertThat(number("SELECT count(*) FROM platform_credential")).isZero();
    assertThat(accesses.open(made).blockOptional(PATIENCE)).isEmpty();

    assertThat(opened(connect("act_2", "secret-3"))).isEqualTo("secret-3");
  }

  @Test
  void changesNothingOfAnAccountThatWasNeverConnected() {
    assertThatThrownBy(
            () ->
                accesses
                    .change(organization, 999, access -> access, null, Audit.none())
                    .block(PATIENCE))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void anotherOrganizationSeesNothing() {
    PlatformAccess made = connect("act_3", "secret-1");
    OrganizationId other = MIGRATED.addOrganization("accesses-" + organizations++);

    assertThat(accesses.find(other, made.adAccountId()).blockOptional(PATIENCE)).isEmpty();
  }

  @Test
  void everythingIsEncryptedAnewWithTheCurrentKey() {
    List<PlatformAccess> made = List.of(connect("act_4", "secret-4"), connect("act_5", "secret-5"));
    CredentialSafe both = new CredentialSafe(EncryptionKeys.parse(OLD + "," + NEW, "new"));
    ReEncryption anew = new ReEncryption(MIGRATED.database(), both);

    assertThat(anew.run().block(PATIENCE)).isGreaterThanOrEqualTo(2);
    assertThat(anew.run().block(PATIENCE)).isZero();

    PostgresPlatformAccesses onlyNew = accesses(NEW, "new");
    assertThat(made)
        .extracting(access -> opened(onlyNew, access))
        .containsExactly("secret-4", "secret-5");
    assertThatThrownBy(() -> opened(made.getFirst())).hasMessageContaining("\"new\"");
  }

  @Test
  void accountsAreWorkedOnSideBySideAndEachByOneAtATime() {
    PostgresJobs jobs = new PostgresJobs(MIGRATED.database());
    PostgresJobQueue queue = new PostgresJobQueue(MIGRATED.database());
    for (String account : List.of("1", "1", "2")) {
      jobs.submit(
              new NewJob(
                  organization,
                  "SIDE_BY_SIDE",
                  account,
                  "{\"a\":" + account + "}",
                  "t",
                  Scope.EVERYTHING),
              Audit.none())
          .block(PATIENCE);
    }

    JobLease first = Objects.requireNonNull(claim(queue));
    JobLease second = Objects.requireNonNull(claim(queue));

    assertThat(List.of(first.job().request(), second.job().request()))
        .containsExactly("{\"a\": 1}", "{\"a\": 2}");
    assertThat(claim(queue)).isNull();
    queue.succeed(first, new JobProgress(1, 1L)).block(PATIENCE);
    assertThat(Objects.requireNonNull(claim(queue)).job().request()).isEqualTo("{\"a\": 1}");
  }

  private static @org.jspecify.annotations.Nullable JobLease claim(PostgresJobQueue queue) {
    return queue.claim("SIDE_BY_SIDE", Duration.ofMinutes(1)).block(PATIENCE);
  }

  private PlatformAccess connect(String externalId, String secret) {
    NewPlatformAccess wanted =
        new NewPlatformAccess(
            new AdAccountKey(organization, "META", externalId),
            new AdAccountDetails("Meta", "Games", "KRW", "Asia/Seoul", ConversionKind.PURCHASE),
            new AccessSettings(
                "v26.0",
                new ActionMapping(
                    ConversionKind.PURCHASE,
                    Map.of("mobile_app_install", ConversionKind.INSTALL),
                    "7d_click"),
                28,
                90,
                Duration.ofHours(1),
                LocalDate.of(2025, 10, 1),
                false));
    return Objects.requireNonNull(
        accesses
            .connect(
                wanted,
                new PlatformCredential(Map.of("accessToken", secret)),
                NOW,
                access ->
                    Optional.of(
                        new AuditEntry(
                            organization,
                            "tester",
                            "adAccountConnect",
                            "AdAccount",
                            Long.toString(access.adAccountId()),
                            null,
                            access.auditFields())))
            .block(PATIENCE));
  }

  private void to(PlatformAccess access, AccessState state) {
    accesses
        .change(
            organization, access.adAccountId(), now -> now.in(state, "", NOW), null, Audit.none())
        .block(PATIENCE);
  }

  private String opened(PlatformAccess access) {
    return opened(accesses, access);
  }

  private static String opened(PostgresPlatformAccesses accesses, PlatformAccess access) {
    return Objects.requireNonNull(accesses.open(access).block(PATIENCE))
        .credential()
        .required("accessToken");
  }

  private static PostgresPlatformAccesses accesses(String keys, String current) {
    return new PostgresPlatformAccesses(
        MIGRATED.database(), new CredentialSafe(EncryptionKeys.parse(keys, current)));
  }

  private long number(String sql) {
    return Objects.requireNonNull(
        MIGRATED
            .database()
            .inOrganization(organization)
            .one(sql, List.of(), row -> Objects.requireNonNull(row.get(0, Long.class)))
            .block(PATIENCE));
  }

  private static byte[] filled() {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) 9);
    return bytes;
  }
}
