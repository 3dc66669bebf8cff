package io.outlay.bench;

import java.time.Duration;

/** Time and CPU from its making on: of this program, of the programs it ran, of its PostgreSQL. */
final class Stopwatch {

  private static final Duration SETTLING = Duration.ofMillis(500);

  private final ProcessCpu cpu = new ProcessCpu(ProcessHandle.current().pid());
  private final long began = System.nanoTime();
  private final Duration own = cpu.own();
  private final Duration children = cpu.endedChildren();
  private final Duration postgres = cpu.postgres();

  /** Cost of rows that this program moved. */
  Cost own(long rows) {
    return new Cost(rows, wall(), cpu.own().minus(own), cpu.postgres().minus(postgres));
  }

  /** Cost of rows that programs moved which it ran and waited for. */
  Cost children(long rows) throws InterruptedException {
    Duration wall = wall();
    Duration programs = cpu.endedChildren().minus(children);
    return new Cost(rows, wall, programs, settled().minus(postgres));
  }

  /** A connection's process is counted again once PostgreSQL has noticed its end. */
  private Duration settled() throws InterruptedException {
    Thread.sleep(SETTLING);
    return cpu.postgres();
  }

  private Duration wall() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
