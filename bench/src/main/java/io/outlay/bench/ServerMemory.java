package io.outlay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Resident memory of a process as Linux counts it, sampled. Safe for use by several threads. */
final class ServerMemory {

  private final Path status;
  private final List<Long> megabytes = new ArrayList<>();

  ServerMemory(long processId) {
    this.status = Path.of("/proc", Long.toString(processId), "status");
  }

  synchronized void begin() {
    megabytes.clear();
    sample();
  }

  synchronized void sample() {
    try (var lines = Files.lines(status)) {
      lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .forEach(megabytes::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How it went since the beginning: at first, at half time, at the end and at most. */
  synchronized String told() {
    return "%d MB at first, %d MB at half time, %d MB at the end, at most %d MB"
        .formatted(
            megabytes.getFirst(),
            megabytes.get(megabytes.size() / 2),
            megabytes.getLast(),
            megabytes.stream().mapToLong(Long::longValue).max().orElseThrow());
  }
}
