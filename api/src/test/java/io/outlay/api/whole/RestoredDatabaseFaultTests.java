package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.api.whole.Ledger.SpendFile;
import io.outlay.embedded.Durability;
import io.outlay.embedded.EmbeddedOptions;
import io.outlay.embedded.EmbeddedPostgres;
import io.outlay.embedded.EmbeddedServices;
import io.outlay.embedded.ServiceKind;
import io.outlay.embedded.test.SharedServices;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is restored from a backup, and Kafka holds slices stored after that was taken. */
class RestoredDatabaseFaultTests {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Duration END = Duration.ofSeconds(20);
  private static final int DAYS = 70;
  private static final Ledger LEDGER = new Ledger(3);

  @TempDir static Path folder;
  private static EmbeddedServices services;

  @BeforeAll
  static void start() {
    services =
        EmbeddedServices.start(
            EmbeddedOptions.in(folder)
                .software(Path.of("target", "embedded-software"))
                .durability(Durability.FORGET)
                .only(Set.of(ServiceKind.POSTGRESQL)));
  }

  @AfterAll
  static void close() {
    if (services != null) {
      services.close();
    }
  }

  @Test
  void readsAgainWhatItLacksAndLetsNewerFiguresWin() throws Exception {
    try (ServerProcess before = server("before")) {
      imported(before, LEDGER.write("kept", DAYS, 5));
      imported(before, LEDGER.write("corrected", DAYS, 5));
      end(before);
    }
    services.postgres().stop();
    Path data = folder.resolve("postgresql").resolve("data");
    Path backup = folder.resolve("backup");
    copy(data, backup);
    services.postgres().start();
    try (ServerProcess after = server("after")) {
      imported(after, LEDGER.write("later", DAYS, 5));
      imported(after, LEDGER.write("corrected", DAYS, 5));
      imported(after, LEDGER.write("corrected", DAYS, 5));
      end(after);
    }
    services.postgres().stop();
    run("rm", "-r", data.toString());
    copy(backup, data);
    services.postgres().start();

    try (ServerProcess restored = server("restored");
        Connection holder = superuser()) {
      SpendFile newest = LEDGER.write("corrected", DAYS, 5);
      String job;
      // Keeps the log from being read while the newest figures are on their way.
      holder.setAutoCommit(false);
      try (Statement statement = holder.createStatement()) {
        statement.execute("LOCK TABLE log_position IN SHARE ROW EXCLUSIVE MODE");
        job = restored.caller().submit(newest);
        Await.within(LIMIT, "check of the file", () -> isChecked(holder));
        holder.rollback();
      }
      LEDGER.book(newest);
      restored.caller().awaitSuccess(job, LIMIT);

      restored.caller().assertTotals(LEDGER.totals());
    }
  }

  private static boolean isChecked(Connection holder) {
    try (Statement statement = holder.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT count(*) FROM job WHERE state = 'RUNNING' AND result IS NOT NULL")) {
      return rows.next() && rows.getLong(1) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void imported(ServerProcess server, SpendFile file) {
    server.caller().awaitSuccess(server.caller().submit(file), LIMIT);
    LEDGER.book(file);
    server.caller().assertTotals(LEDGER.totals());
  }

  private static void end(ServerProcess server) throws InterruptedException {
    server.terminate();
    server.awaitEnd(END);
  }

  private static ServerProcess server(String name) throws IOException {
    EmbeddedPostgres postgres = services.postgres();
    SharedServices shared = SharedServices.get();
    return ServerProcess.start(
        name,
        List.of(
            "--spring.r2dbc.url=" + postgres.r2dbcUrl(),
            "--spring.r2dbc.username=" + postgres.username(),
            "--spring.r2dbc.password=" + postgres.password(),
            "--spring.data.redis.url=" + shared.redis().url(),
            "--spring.kafka.bootstrap-servers=" + shared.kafka().bootstrapServers(),
            "--outlay.home=" + folder.resolve("server"),
            "--outlay.imports.work-folder=" + folder.resolve("imports")));
  }

  private static Connection superuser() throws SQLException {
    EmbeddedPostgres postgres = services.postgres();
    return DriverManager.getConnection(
        postgres.jdbcUrl(), postgres.superuser(), postgres.superuserPassword());
  }

  /** Owner and rights stay, as PostgreSQL demands. */
  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    run("cp", "-a", from.toString(), to.toString());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
