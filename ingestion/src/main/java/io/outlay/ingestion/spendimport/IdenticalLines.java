package io.outlay.ingestion.spendimport;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts lines that repeat an earlier line cell by cell, and keeps the first. They are summed like
 * any rows of one key.
 */
final class IdenticalLines {

  private static final int KEPT = 20;

  private final List<FileReport.IdenticalLine> first = new ArrayList<>();
  private long count;

  void add(long earlier, long later) {
    count++;
    if (first.size() < KEPT) {
      first.add(new FileReport.IdenticalLine(later, earlier));
    }
  }

  long count() {
    return count;
  }

  List<FileReport.IdenticalLine> first() {
    return List.copyOf(first);
  }
}
