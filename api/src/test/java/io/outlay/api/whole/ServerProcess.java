package io.outlay.api.whole;

import io.outlay.api.Outlay;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A server in a process of its own, so that it can be killed like one. */
final class ServerProcess implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final Path LOGS = Path.of("target", "fault-logs");
  private static final Path JAR = Path.of("target", "outlay.jar");

  private final Process process;
  private final Path log;
  private final int port;

  private ServerProcess(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /**
   * Starts the program from its classes, without the demo's figures, and waits until it is ready.
   */
  static ServerProcess start(String name, List<String> settings) throws IOException {
    return begin(name, settings).awaitReady();
  }

  /** The same without waiting. */
  static ServerProcess begin(String name, List<String> settings) throws IOException {
    return launch(name, List.of("-cp", programClassPath(), Outlay.class.getName()), settings);
  }

  /** Starts the built jar. */
  static ServerProcess startJar(String name, List<String> settings) throws IOException {
    return launch(name, List.of("-jar", JAR.toString()), settings).awaitReady();
  }

  private static ServerProcess launch(String name, List<String> program, List<String> settings)
      throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx320m",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(program);
    command.addAll(List.of("--server.port=" + port, "--outlay.demo=false"));
    command.addAll(settings);
    Files.createDirectories(LOGS);
    Path log = Files.createTempFile(LOGS, name + "-", ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new ServerProcess(process, log, port);
  }

  /** Waits until it says that it is ready. */
  ServerProcess awaitReady() {
    Await.within(START, "start of the server, see " + log, this::isReadyOrGone);
    if (!process.isAlive()) {
      throw new AssertionError("the server ended while it started, see " + log);
    }
    return this;
  }

  Caller caller() {
    return caller("demo-admin");
  }

  Caller caller(String token) {
    return new Caller(port, token);
  }

  int port() {
    return port;
  }

  /** Its embedded services and their watchers, where it has any. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** SIGKILL; returns when the process is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; returns at once. */
  void terminate() {
    process.destroy();
  }

  /** Waits for the end that was asked for and gives the exit code. */
  int awaitEnd(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("the server still runs after " + limit + ", see " + log);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private boolean isReadyOrGone() {
    try {
      return !process.isAlive() || caller().status("/actuator/health/readiness") == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private static String programClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
