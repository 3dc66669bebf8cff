package io.outlay.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One of the embedded services: a child process on a free loopback port, which it keeps over {@link
 * #stop()} and {@link #start()}. Safe for use by several threads; each call waits for its effect.
 */
public abstract sealed class EmbeddedService
    permits EmbeddedPostgres, EmbeddedRedis, EmbeddedKafka {
  static final String LOOPBACK = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ServiceKind kind;
  private final EmbeddedOptions options;
  private final Path folder;
  private final ChildProcess child;
  private final int port = freePort();

  EmbeddedService(ServiceKind kind, EmbeddedOptions options, String stopSignal) {
    this.kind = kind;
    this.options = options;
    this.folder = options.home().resolve(kind.folder());
    this.child = new ChildProcess(kind.title(), folder, log(), stopSignal, PATIENCE);
  }

  /** Makes the folder ready for a start, if it is not, and gives the command. */
  abstract List<String> prepare() throws IOException, InterruptedException;

  /** Lays its programs down, unless they are there already; starts no process. */
  abstract void unpack() throws IOException;

  /**
   * Whether it answers. Asked again and again during a start, so it must be cheap and must not
   * throw.
   */
  abstract boolean isReady();

  /** Longest time from start to readiness, recovery after a crash included. */
  abstract Duration startLimit();

  /** Which service this is. */
  public final ServiceKind kind() {
    return kind;
  }

  /** Always the IPv4 loopback address. */
  public final String host() {
    return LOOPBACK;
  }

  /** The port it listens on, or will listen on again. */
  public final int port() {
    return port;
  }

  /** Process id of the service's main process. */
  public final synchronized long pid() {
    return child.pid();
  }

  /** Whether its process lives, frozen or not. */
  public final synchronized boolean isRunning() {
    return child.isAlive();
  }

  /**
   * Lays its programs down where they are started from. Done for all services before the first is
   * started: a process that is being made holds, for a moment, every file that is being written,
   * and a program that somebody writes to cannot be started.
   */
  final synchronized void install() {
    attempt("install", this::unpack);
  }

  /** Starts it on its port and waits until it answers. */
  public final synchronized void start() {
    attempt(
        "start",
        () -> {
          Files.createDirectories(folder);
          LogFiles.rotate(log());
          child.endOrphan();
          child.start(prepare(), this::isReady, startLimit());
        });
  }

  /** Stops it cleanly and waits for its end; data stay. Does nothing when it does not run. */
  public final synchronized void stop() {
    attempt("stop", child::stop);
  }

  /** Ends it at once, as a crash would ({@code SIGKILL}). */
  public final synchronized void kill() {
    attempt("kill", child::kill);
  }

  /** Freezes all its processes: connections stay open, nothing answers ({@code SIGSTOP}). */
  public final synchronized void pause() {
    attempt("pause", child::freeze);
  }

  /** Lets it go on after {@link #pause()}. */
  public final synchronized void resume() {
    attempt("resume", child::thaw);
  }

  final Path folder() {
    return folder;
  }

  final Path log() {
    return options.home().resolve("logs").resolve(kind.folder() + ".log");
  }

  final Path software() {
    return options.software();
  }

  final boolean isDurable() {
    return options.durability() == Durability.KEEP;
  }

  private void attempt(String what, Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new EmbeddedServiceException("cannot %s %s: %s".formatted(what, kind.title(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedServiceException(
          "interrupted while trying to %s %s".formatted(what, kind.title()), e);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new EmbeddedServiceException("no free port on " + LOOPBACK, e);
    }
  }

  private interface Step {
    void run() throws IOException, InterruptedException;
  }
}
