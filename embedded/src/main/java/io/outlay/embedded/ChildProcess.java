package io.outlay.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One service as a child process. It runs in a session of its own, so that Ctrl-C in a terminal
 * reaches only the parent, and a watcher beside it stops it when the parent's end of its pipe
 * closes: by {@link #stop()}, or because the parent is gone. So there is one way to stop, taken on
 * every ordinary day, and it does not depend on the parent's last moments.
 *
 * <p>Not safe for use by several threads; its owner synchronizes.
 */
final class ChildProcess {
  private static final Duration POLL = Duration.ofMillis(20);
  private static final String SUPERVISOR = resource("supervise.sh");

  private final String title;
  private final Path folder;
  private final Path log;
  private final String stopSignal;
  private final Duration patience;
  private @Nullable Process process;
  private boolean frozen;

  /**
   * @param folder holds the file {@code pid}, and stands in the command line of the service, by
   *     which an orphan is known
   * @param log gets what the service writes
   * @param stopSignal asks the service for a clean and quick stop, for example {@code TERM}
   * @param patience how long a clean stop may take before it is killed
   */
  ChildProcess(String title, Path folder, Path log, String stopSignal, Duration patience) {
    this.title = title;
    this.folder = folder;
    this.log = log;
    this.stopSignal = stopSignal;
    this.patience = patience;
  }

  /** Starts the command and waits until it is ready; stops it again when it does not get there. */
  void start(List<String> command, BooleanSupplier ready, Duration limit)
      throws IOException, InterruptedException {
    if (isAlive()) {
      throw new EmbeddedServiceException(title + " runs already, as process " + pid());
    }
    Process started =
        new ProcessBuilder(supervised(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    process = started;
    try {
      awaitReady(started, ready, limit);
    } catch (EmbeddedServiceException | InterruptedException e) {
      stop();
      throw e;
    }
  }

  private List<String> supervised(List<String> command) {
    List<String> whole = new ArrayList<>();
    if (Commands.isInstalled("setsid")) {
      whole.add("setsid");
    }
    whole.addAll(List.of("sh", "-c", SUPERVISOR, "watcher-of-" + title));
    whole.addAll(List.of(pidFile().toString(), stopSignal, Long.toString(patience.toSeconds())));
    whole.addAll(command);
    return whole;
  }

  private void awaitReady(Process started, BooleanSupplier ready, Duration limit)
      throws InterruptedException, IOException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!ready.getAsBoolean()) {
      if (started.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failed("ended with exit code " + started.exitValue() + " before it was ready");
      }
      if (System.nanoTime() - deadline > 0) {
        throw failed("was not ready within " + limit.toSeconds() + " s");
      }
    }
  }

  private EmbeddedServiceException failed(String how) throws IOException {
    return new EmbeddedServiceException(
        "%s %s. The end of %s:%n%s".formatted(title, how, log, LogFiles.end(log)));
  }

  /**
   * Stops the service cleanly, or after its patience by force. Does nothing when it does not run.
   */
  void stop() throws IOException, InterruptedException {
    Process running = process;
    if (running == null) {
      return;
    }
    if (frozen) {
      thaw();
    }
    process = null;
    running.getOutputStream().close();
    if (!running.waitFor(patience.plusSeconds(2).toMillis(), TimeUnit.MILLISECONDS)) {
      running.destroyForcibly().waitFor();
    }
    Files.deleteIfExists(pidFile());
  }

  /** Ends the service at once, as a crash would. */
  void kill() throws IOException, InterruptedException {
    Commands.run(folder, signal("KILL", List.of(pid())));
    stop();
  }

  /** Freezes all its processes: the main one first, so that it starts no others meanwhile. */
  void freeze() throws IOException, InterruptedException {
    frozen = true;
    Commands.run(folder, signal("STOP", List.of(pid())));
    signalOthers("STOP");
  }

  /** Lets all its processes go on. */
  void thaw() throws IOException, InterruptedException {
    signalOthers("CONT");
    Commands.run(folder, signal("CONT", List.of(pid())));
    frozen = false;
  }

  /** Of those some may have ended meanwhile, which is as well. */
  private void signalOthers(String name) throws IOException, InterruptedException {
    List<Long> others =
        ProcessHandle.of(pid()).stream()
            .flatMap(ProcessHandle::descendants)
            .map(ProcessHandle::pid)
            .toList();
    if (!others.isEmpty()) {
      Commands.exitCode(folder, signal(name, others));
    }
  }

  private static List<String> signal(String name, List<Long> pids) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -s \"$0\" \"$@\"", name));
    pids.forEach(pid -> command.add(Long.toString(pid)));
    return command;
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Process id of the service itself. */
  long pid() {
    if (process == null) {
      throw new EmbeddedServiceException(title + " does not run");
    }
    return process.pid();
  }

  /**
   * Ends what an earlier server left behind, and waits for what is just being stopped by its
   * watcher.
   */
  void endOrphan() throws IOException, InterruptedException {
    if (Files.exists(pidFile())) {
      Orphans.end(Files.readString(pidFile()).strip(), folder, stopSignal, patience);
      Files.deleteIfExists(pidFile());
    }
  }

  private Path pidFile() {
    return folder.resolve("pid");
  }

  private static String resource(String name) {
    try (InputStream content = ChildProcess.class.getResourceAsStream(name)) {
      if (content == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }
}
