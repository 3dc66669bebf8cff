package io.outlay.ingestion.spendimport;

import java.util.ArrayList;
import java.util.List;

/** Collects the first problems and counts all. Not thread-safe. */
final class FileProblems {

  /** FileProblems kept in full; more would not be read. */
  static final int KEPT = 100;

  private final List<FileProblem> first = new ArrayList<>();
  private long count;

  void add(FileProblem problem) {
    count++;
    if (first.size() < KEPT) {
      first.add(problem);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  long count() {
    return count;
  }

  List<FileProblem> first() {
    return List.copyOf(first);
  }
}
