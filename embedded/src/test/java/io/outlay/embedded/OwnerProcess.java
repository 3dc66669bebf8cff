package io.outlay.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link HomeOwner} in a JVM and a process group of its own. */
final class OwnerProcess implements AutoCloseable {
  private final Process process;
  private final List<Long> services = new ArrayList<>();

  private OwnerProcess(Process process) {
    this.process = process;
  }

  /** Starts it and waits until its services are up. */
  static OwnerProcess start(Path home, Path software, ServiceKind... kinds) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("setsid", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            HomeOwner.class.getName()));
    command.addAll(List.of(home.toString(), software.toAbsolutePath().toString()));
    List.of(kinds).forEach(kind -> command.add(kind.name()));
    OwnerProcess owner =
        new OwnerProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    owner.awaitUp();
    return owner;
  }

  private void awaitUp() throws IOException {
    BufferedReader lines = process.inputReader();
    StringBuilder told = new StringBuilder();
    for (String line = lines.readLine(); !"up".equals(line); line = lines.readLine()) {
      if (line == null) {
        throw new AssertionError("the owner ended: " + told);
      }
      told.append(line).append('\n');
      if (line.startsWith("pid ")) {
        services.add(Long.parseLong(line.substring(4)));
      }
    }
  }

  /** Process ids of its services. */
  List<Long> services() {
    return List.copyOf(services);
  }

  /** Ends it as a crash would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** What Ctrl-C in a terminal does: the signal goes to every process of the group. */
  void interruptGroup() throws IOException, InterruptedException {
    Commands.run(
        Path.of("."),
        List.of("sh", "-c", "kill -s INT -- -\"$1\"", "sh", Long.toString(process.pid())));
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
