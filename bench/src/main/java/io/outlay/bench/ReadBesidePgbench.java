package io.outlay.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * What a request costs server and database, beside pgbench with the very SQL that the server sent
 * for it. Needs {@code pgbench} on the path and a server with embedded PostgreSQL on this machine;
 * loopback only; ends by itself.
 *
 * <p>Arguments: {@code outlay.home} of the server, address of its endpoint, token, process id of
 * the server.
 */
final class ReadBesidePgbench {

  private static final List<String> CASES = List.of("dashboard", "quarter", "campaigns");
  private static final int WARM_UP = 500;
  private static final int REQUESTS = 500;

  private final GraphQlClient client;
  private final ProcessCpu server;
  private final Path home;

  private ReadBesidePgbench(GraphQlClient client, ProcessCpu server, Path home) {
    this.client = client;
    this.server = server;
    this.home = home;
  }

  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    ReadBesidePgbench load =
        new ReadBesidePgbench(
            new GraphQlClient(arguments[1], arguments[2]),
            new ProcessCpu(Long.parseLong(arguments[3])),
            Path.of(arguments[0]).toAbsolutePath());
    System.out.println("load " + Programs.load());
    System.out.printf(
        "%-12s %10s %12s %11s %10s %8s%n",
        "case", "server ms", "database ms", "statements", "pgbench ms", "ratio");
    for (String name : CASES) {
      load.measure(name);
    }
  }

  private void measure(String name) throws IOException, SQLException, InterruptedException {
    String document = document(name);
    List<LoggedStatements.Executed> statements = statements(document);
    send(document, WARM_UP, "warm");
    Duration own = server.own();
    Duration postgres = server.postgres();
    send(document, REQUESTS, "run");
    double ownMillis = server.own().minus(own).toNanos() / 1e6 / REQUESTS;
    double postgresMillis = server.postgres().minus(postgres).toNanos() / 1e6 / REQUESTS;
    double pgbench = 0;
    for (LoggedStatements.Executed statement : statements) {
      pgbench += new Pgbench(home, server, statement.values().getFirst()).millis(statement);
    }
    System.out.printf(
        "%-12s %10.2f %12.2f %11d %10.2f %8.2f%n",
        name,
        ownMillis,
        postgresMillis,
        statements.size(),
        pgbench,
        (ownMillis + postgresMillis) / pgbench);
  }

  /** The SQL of one request that no cache answers. */
  private List<LoggedStatements.Executed> statements(String document)
      throws IOException, SQLException, InterruptedException {
    try (LoggedStatements log = new LoggedStatements(home)) {
      send(document, 3, "prepare"); // so that the driver has prepared them
      long mark = log.mark();
      send(document, 1, "log");
      Thread.sleep(500); // the log is written behind the answer
      return log.since(mark);
    }
  }

  private void send(String document, int times, String mark)
      throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      client.send(document + "#" + mark + i + " " + System.nanoTime());
    }
  }

  private static String document(String name) throws IOException {
    try (InputStream in =
        ReadBesidePgbench.class.getResourceAsStream("/reads/" + name + ".graphql")) {
      if (in == null) {
        throw new IllegalStateException("no document " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
