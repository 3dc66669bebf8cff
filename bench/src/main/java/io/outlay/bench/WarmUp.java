package io.outlay.bench;

import java.io.IOException;

/**
 * Asks one question until its cost is steady: two rounds within a tenth of the cheapest so far, or
 * the time is over.
 */
final class WarmUp {

  static final int ROUND = 500;

  private static final int MOST_ROUNDS = 40;
  private static final long LONGEST_NANOS = 60_000_000_000L;

  private final ProcessCpu cpu;

  WarmUp(ProcessCpu cpu) {
    this.cpu = cpu;
  }

  /** Something that is sent and answered. */
  @FunctionalInterface
  interface Question {
    String ask() throws IOException, InterruptedException;
  }

  /** Number of rounds it took. */
  int run(Question question) throws IOException, InterruptedException {
    long began = System.nanoTime();
    double cheapest = Double.MAX_VALUE;
    int steady = 0;
    int rounds = 0;
    while (steady < 2 && rounds < MOST_ROUNDS && System.nanoTime() - began < LONGEST_NANOS) {
      double cost = cost(question);
      steady = cost > cheapest * 0.9 && cost < cheapest * 1.1 ? steady + 1 : 0;
      cheapest = Math.min(cheapest, cost);
      rounds++;
    }
    return rounds;
  }

  private double cost(Question question) throws IOException, InterruptedException {
    CpuTime before = CpuTime.now(cpu);
    for (int i = 0; i < ROUND; i++) {
      question.ask();
    }
    return CpuTime.now(cpu).minus(before).server();
  }
}
