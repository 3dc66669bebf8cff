package io.outlay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** CPU time a server and the PostgreSQL it started have used, as Linux counts it. */
final class ProcessCpu {

  private static final int USER_TICKS = 11;
  private static final long NANOS_PER_TICK = 10_000_000;

  private final ProcessHandle server;

  ProcessCpu(long processId) {
    this.server = ProcessHandle.of(processId).orElseThrow();
  }

  /** Of the server's threads, ended ones too, but for those of {@link #compiler}. */
  Duration own() {
    return ticks(fields(process("stat")), USER_TICKS, 2).minus(compiler());
  }

  /**
   * Of the threads that compile bytecode: for minutes after a start, and longer on a busy machine,
   * they use more than the requests.
   */
  Duration compiler() {
    return ofThreads(this::isCompiler);
  }

  private Duration ofThreads(Predicate<Path> wanted) {
    try (Stream<Path> threads = Files.list(process("task"))) {
      return threads
          .map(thread -> Path.of("task", thread.getFileName().toString()))
          .filter(wanted)
          .map(this::ofThread)
          .reduce(Duration.ZERO, Duration::plus);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Duration ofThread(Path thread) {
    try {
      return ticks(fields(process(thread.resolve("stat").toString())), USER_TICKS, 2);
    } catch (UncheckedIOException ended) {
      return Duration.ZERO;
    }
  }

  private boolean isCompiler(Path thread) {
    try {
      return Files.readString(process(thread.resolve("comm").toString())).contains("CompilerThre");
    } catch (IOException ended) {
      return false;
    }
  }

  private Path process(String file) {
    return Path.of("/proc", Long.toString(server.pid()), file);
  }

  /** Of the programs it started that have ended. */
  Duration endedChildren() {
    return ticks(fields(process("stat")), USER_TICKS + 2, 2);
  }

  /** Of all its PostgreSQL processes, those that have ended counted by their parent. */
  Duration postgres() {
    return server
        .descendants()
        .filter(ProcessCpu::isPostgres)
        .map(process -> Path.of("/proc", Long.toString(process.pid()), "stat"))
        .map(stat -> ticks(fields(stat), USER_TICKS, 4))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static boolean isPostgres(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "comm"))
          .startsWith("postgres");
    } catch (IOException ended) {
      return false;
    }
  }

  private static Duration ticks(List<String> stat, int from, int count) {
    long ticks = stat.subList(from, from + count).stream().mapToLong(Long::parseLong).sum();
    return Duration.ofNanos(ticks * NANOS_PER_TICK);
  }

  /** The fields of the kernel's line that follow the command's name. */
  private static List<String> fields(Path stat) {
    try {
      String line = Files.readString(stat);
      return List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
