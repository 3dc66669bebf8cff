package io.outlay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs one prepared statement again and again by pgbench, in the role of requests. */
final class Pgbench {

  private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
  private static final Pattern COUNT = Pattern.compile("actually processed: (\\d+)");
  private static final int SECONDS = 5;

  private final Path home;
  private final ProcessCpu server;
  private final String organization;

  Pgbench(Path home, ProcessCpu server, String organization) {
    this.home = home;
    this.server = server;
    this.organization = organization;
  }

  /** CPU of PostgreSQL for one execution, in milliseconds. */
  double millis(LoggedStatements.Executed statement) throws IOException, InterruptedException {
    Path script = Files.createTempFile("outlay-pgbench", ".sql");
    Path output = Files.createTempFile("outlay-pgbench", ".out");
    try {
      Files.writeString(script, script(statement) + ";\n");
      Duration before = server.postgres();
      run(command(script, statement), output);
      Thread.sleep(500); // a connection's process is counted once PostgreSQL has noticed its end
      long transactions = transactions(Files.readString(output));
      return server.postgres().minus(before).toNanos() / 1e6 / transactions;
    } finally {
      Files.delete(script);
      Files.delete(output);
    }
  }

  private static String script(LoggedStatements.Executed statement) {
    return PLACE
        .matcher(statement.sql())
        .replaceAll(
            place -> {
              int number = Integer.parseInt(place.group(1));
              boolean isNull = statement.values().get(number - 1).equals("NULL");
              return isNull ? "NULL" : ":p" + number;
            });
  }

  private List<String> command(Path script, LoggedStatements.Executed statement)
      throws IOException {
    String port = Files.readAllLines(home.resolve("postgresql/data/postmaster.pid")).get(3).strip();
    List<String> command =
        new ArrayList<>(
            List.of("pgbench", "-n", "-M", "prepared", "-T", Integer.toString(SECONDS)));
    command.addAll(List.of("-h", "127.0.0.1", "-p", port, "-U", "outlay", "-f", script.toString()));
    for (int i = 0; i < statement.values().size(); i++) {
      command.addAll(List.of("-D", "p" + (i + 1) + "=" + statement.values().get(i)));
    }
    command.add("outlay");
    return command;
  }

  private void run(List<String> command, Path output) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder
        .environment()
        .put("PGPASSWORD", Files.readString(home.resolve("postgresql/password")).strip());
    builder
        .environment()
        .put("PGOPTIONS", "-c role=outlay_app -c outlay.organization=" + organization);
    Process process = builder.start();
    if (!process.waitFor(SECONDS + 30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("pgbench did not end");
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(output));
    }
  }

  private static long transactions(String output) {
    Matcher count = COUNT.matcher(output);
    if (!count.find()) {
      throw new IllegalStateException(output);
    }
    return Long.parseLong(count.group(1));
  }
}
