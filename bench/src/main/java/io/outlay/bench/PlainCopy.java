package io.outlay.bench;

import io.outlay.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * The yardstick: the rows that the sink stored, copied by {@code psql \copy} into another table
 * with the same columns, months and indexes. Where the machine has no psql, by the JDBC driver.
 */
final class PlainCopy {

  private static final String TABLE = "bench_copy";
  private static final long LONGEST_MINUTES = 10;

  private final EmbeddedPostgres postgres;
  private final Path file;

  PlainCopy(EmbeddedPostgres postgres, Path folder) {
    this.postgres = postgres;
    this.file = folder.resolve("facts.copy");
  }

  /** Writes an organization's facts into a file, in the order they were stored. */
  void export(long organization) throws SQLException, IOException {
    try (Connection connection = connect();
        OutputStream out = Files.newOutputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              "COPY (SELECT * FROM fact WHERE organization_id = " + organization + ") TO STDOUT",
              out);
    }
  }

  /** Copies the file into an empty table. */
  Cost run(long rows) throws SQLException, IOException, InterruptedException {
    prepare();
    boolean hasPsql = hasPsql();
    Stopwatch watch = new Stopwatch();
    if (hasPsql) {
      psql();
      return watch.children(rows);
    }
    System.out.println("no psql on this machine: COPY by the JDBC driver instead");
    driver();
    return watch.own(rows);
  }

  static boolean hasPsql() {
    return Programs.isInstalled("psql");
  }

  /** Row-level security is left out: PostgreSQL's COPY FROM refuses a table that has it. */
  private void prepare() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS " + TABLE);
      statement.execute(
          "CREATE TABLE " + TABLE + " (LIKE fact INCLUDING ALL) PARTITION BY RANGE (day)");
      for (String bounds : months(statement)) {
        String name = TABLE + "_" + Integer.toUnsignedString(bounds.hashCode());
        statement.execute("CREATE TABLE " + name + " PARTITION OF " + TABLE + " " + bounds);
      }
      statement.execute("CHECKPOINT");
    }
  }

  private static List<String> months(Statement statement) throws SQLException {
    String sql =
        "SELECT pg_get_expr(c.relpartbound, c.oid) FROM pg_inherits i JOIN pg_class c ON c.oid ="
            + " i.inhrelid WHERE i.inhparent = 'fact'::regclass";
    List<String> bounds = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        bounds.add(rows.getString(1));
      }
    }
    return bounds;
  }

  private void psql() throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(
            "psql",
            "--no-psqlrc",
            "--quiet",
            "--set=ON_ERROR_STOP=1",
            "--dbname=" + postgres.jdbcUrl().substring("jdbc:".length()),
            "--username=" + postgres.superuser(),
            "--command=\\copy " + TABLE + " FROM '" + file + "'");
    command.environment().put("PGPASSWORD", postgres.superuserPassword());
    Process process = command.inheritIO().start();
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("psql did not end within " + LONGEST_MINUTES + " minutes");
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException("psql ended with " + process.exitValue());
    }
  }

  private void driver() throws SQLException, IOException {
    try (Connection connection = connect();
        InputStream in = Files.newInputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY " + TABLE + " FROM STDIN", in);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(), postgres.superuser(), postgres.superuserPassword());
  }
}
