package io.outlay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** CPU time a server and the PostgreSQL it started have used, as Linux counts it. */
final class ProcessCpu {

  private static final int USER_TICKS = 11;
  private static final long NANOS_PER_TICK = 10_000_000;

  private final ProcessHandle server;

  ProcessCpu(long processId) {
    this.server = ProcessHandle.of(processId).orElseThrow();
  }

  /** Of the server alone. */
  Duration own() {
    return ticks(stat(server.pid()), USER_TICKS, 2);
  }

  /** Of all its PostgreSQL processes, those that have ended counted by their parent. */
  Duration postgres() {
    return server
        .descendants()
        .filter(ProcessCpu::isPostgres)
        .map(process -> ticks(stat(process.pid()), USER_TICKS, 4))
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
  private static List<String> stat(long processId) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(processId), "stat"));
      return List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
