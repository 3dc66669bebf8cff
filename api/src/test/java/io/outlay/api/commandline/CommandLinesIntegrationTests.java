package io.outlay.api.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.database.Notifications;
import io.outlay.domain.organization.TokenSecret;
import io.outlay.domain.organization.postgres.TokenSignIn;
import io.outlay.domain.test.MigratedDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandLinesIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Map<String, String> SETTINGS =
      Map.of(
          "spring.profiles.active", "production",
          "spring.r2dbc.url", MIGRATED.address().r2dbcUrl(),
          "spring.r2dbc.username", MIGRATED.address().username(),
          "spring.r2dbc.password", MIGRATED.address().password());

  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeAll
  static void set() {
    SETTINGS.forEach(System::setProperty);
  }

  @AfterAll
  static void unset() {
    SETTINGS.keySet().forEach(System::clearProperty);
    MIGRATED.close();
  }

  @Test
  void makesTheFirstOrganizationAndAnAdminTokenThatSignsIn() {
    assertThat(run("organization create --key acme --name Acme --currency KRW --time-zone UTC"))
        .isZero();
    assertThat(output.toString().strip()).isEqualTo("acme");
    output.getBuffer().setLength(0);

    assertThat(run("token create --organization acme --role admin --name First")).isZero();

    TokenSecret secret = TokenSecret.shown(output.toString().strip());
    assertThat(secret.reveal()).startsWith("outlay_");
    assertThat(
            new TokenSignIn(
                    MIGRATED.database(), new Notifications(MIGRATED.database()), Clock.systemUTC())
                .viewer(secret)
                .blockOptional(PATIENCE))
        .hasValueSatisfying(viewer -> assertThat(viewer.actor()).endsWith(" First"));
  }

  @Test
  void tellsWhatIsWrongInOneLineWithExitCodeOne() {
    assertThat(run("token create --organization nobody --role admin --name First")).isEqualTo(1);
    assertThat(errors.toString().strip())
        .isEqualTo("There is no organization with the key nobody.");
    assertThat(output.toString()).isEmpty();
  }

  @Test
  void tellsHowToUseItWithExitCodeTwo() {
    assertThat(run("token create --role boss")).isEqualTo(2);
    assertThat(errors.toString()).contains("expected admin, manager, analyst or partner");
    assertThat(run("organization create --key x")).isEqualTo(2);
  }

  @Test
  void encryptsCredentialsAnewOnlyWhereTheKeysAreGiven() {
    assertThat(run("credentials re-encrypt")).isEqualTo(1);
    assertThat(errors.toString()).contains("outlay.encryption.keys");

    System.setProperty(
        "outlay.encryption.keys", "2026a:" + Base64.getEncoder().encodeToString(new byte[32]));
    System.setProperty("outlay.encryption.key-id", "2026a");
    try {
      assertThat(run("credentials re-encrypt")).isZero();
      assertThat(output.toString().strip()).isEqualTo("0");
    } finally {
      System.clearProperty("outlay.encryption.keys");
      System.clearProperty("outlay.encryption.key-id");
    }
  }

  @Test
  void leavesEverythingElseToTheServer() {
    assertThat(CommandLines.isCommand(new String[] {})).isFalse();
    assertThat(CommandLines.isCommand(new String[] {"--server.port=0"})).isFalse();
    assertThat(CommandLines.isCommand(new String[] {"token"})).isTrue();
  }

  private int run(String line) {
    return CommandLines.run(
        line.split(" ", -1), new PrintWriter(output, true), new PrintWriter(errors, true));
  }
}
