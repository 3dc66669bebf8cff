package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.api.whole.Ledger.SpendFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built jar with its embedded services, killed in the middle of an import. */
class KilledJarFaultTests {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** Watchers ask the services to stop, and kill them after 15 seconds. */
  private static final Duration END = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void leavesNoServiceBehindAndTheNextStartFinishesTheImport() throws Exception {
    Ledger ledger = new Ledger(6);
    SpendFile file = ledger.write("jar", 300, 20);
    List<ProcessHandle> children;
    String job;
    try (ServerProcess server = ServerProcess.startJar("jar", settings())) {
      job = server.caller().submit(file);
      ledger.book(file);
      Await.within(LIMIT, "work on the import", () -> server.caller().state(job).equals("RUNNING"));
      children = server.children();
      assertThat(children).hasSizeGreaterThanOrEqualTo(3);
      server.kill();
    }

    try (ServerProcess server = ServerProcess.startJar("jar-again", settings())) {
      assertThat(children).noneMatch(ProcessHandle::isAlive);
      server.caller().awaitSuccess(job, LIMIT);
      server.caller().assertTotals(ledger.totals());

      children = server.children();
      server.terminate();
      server.awaitEnd(END);
    }
    assertThat(children).noneMatch(ProcessHandle::isAlive);
  }

  private List<String> settings() {
    return List.of(
        "--outlay.home=" + folder.resolve("home"),
        "--outlay.imports.work-folder=" + folder.resolve("imports"));
  }
}
