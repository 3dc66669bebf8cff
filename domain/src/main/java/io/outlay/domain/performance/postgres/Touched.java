package io.outlay.domain.performance.postgres;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stored slices that a statement is about, told as values beside the staging tables: whoever plans
 * the statement then knows which partitions to read.
 */
@SuppressWarnings("ArrayRecordComponent") // arrays as statement parameters, not compared
record Touched(LocalDate[] days, Long[] slices) {

  static Touched of(List<Rival> rivals) {
    return new Touched(
        rivals.stream().map(Rival::lastDay).distinct().toArray(LocalDate[]::new),
        rivals.stream().map(Rival::slice).toArray(Long[]::new));
  }

  Touched and(Touched other) {
    return new Touched(
        Stream.of(days, other.days).flatMap(Stream::of).distinct().toArray(LocalDate[]::new),
        Stream.of(slices, other.slices).flatMap(Stream::of).distinct().toArray(Long[]::new));
  }

  boolean isEmpty() {
    return slices.length == 0;
  }
}
