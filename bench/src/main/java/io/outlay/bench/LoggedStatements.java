package io.outlay.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements that a server's embedded PostgreSQL is really sent, with their values, taken from
 * its log. While this is open every statement is logged; closing it takes that back.
 */
final class LoggedStatements implements AutoCloseable {

  private static final Pattern ENTRY = Pattern.compile("\\n(?=\\d{4}-\\d\\d-\\d\\d \\d\\d:)");
  private static final Pattern EXECUTED =
      Pattern.compile("duration: [\\d.]+ ms {2}execute [^:]*: (.*)", Pattern.DOTALL);
  private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']|'')*)')");

  private final Path log;
  private final Connection superuser;

  LoggedStatements(Path home) throws IOException, SQLException {
    this.log = home.resolve("logs/postgresql.log");
    Path folder = home.resolve("postgresql");
    String port = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(3).strip();
    String password = Files.readString(folder.resolve("superuser-password")).strip();
    this.superuser =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + port + "/outlay", "postgres", password);
    set("ALTER SYSTEM SET log_min_duration_statement = 0");
  }

  /** Where the log ends now. */
  long mark() throws IOException {
    return Files.size(log);
  }

  /** Reading statements that were executed since. */
  List<Executed> since(long mark) throws IOException {
    byte[] bytes;
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(mark);
      bytes = new byte[(int) (file.length() - mark)];
      file.readFully(bytes);
    }
    List<Executed> found = new ArrayList<>();
    String sql = "";
    for (String entry : ENTRY.split(new String(bytes, StandardCharsets.UTF_8), -1)) {
      Matcher executed = EXECUTED.matcher(entry);
      if (executed.find()) {
        sql = executed.group(1).strip();
      } else if (!sql.isEmpty() && entry.contains("DETAIL:") && reads(sql)) {
        found.add(new Executed(sql, values(entry)));
        sql = "";
      }
    }
    return found;
  }

  private static boolean reads(String sql) {
    boolean asks = sql.startsWith("SELECT") || sql.startsWith("WITH");
    return asks
        && (sql.contains("fact") || sql.contains("rollup_") || sql.contains("FROM campaign"));
  }

  private static List<String> values(String detail) {
    List<String> values = new ArrayList<>();
    Matcher value = VALUE.matcher(detail);
    while (value.find()) {
      values.add(value.group(3) == null ? "NULL" : value.group(3).replace("''", "'"));
    }
    return values;
  }

  private void set(String change) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(change);
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  @Override
  public void close() throws SQLException {
    set("ALTER SYSTEM RESET log_min_duration_statement");
    superuser.close();
  }

  /**
   * A prepared statement as it was executed.
   *
   * @param values of {@code $1}… as text
   */
  record Executed(String sql, List<String> values) {}
}
