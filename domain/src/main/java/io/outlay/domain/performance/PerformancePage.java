package io.outlay.domain.performance;

import io.outlay.domain.error.BadRequest;

/**
 * Which of a report's rows are wanted.
 *
 * @param first most rows, from 0 to 500
 * @param offset rows left out before, as decoded from a cursor
 */
public record PerformancePage(int first, long offset) {

  /** Most rows in one page. */
  public static final int LARGEST = 500;

  /** Refuses what is out of range. */
  public PerformancePage {
    if (first < 0 || first > LARGEST) {
      throw BadRequest.of("first", first, "a number from 0 to " + LARGEST);
    }
    if (offset < 0) {
      throw BadRequest.of("after", offset, "a cursor from an earlier answer");
    }
  }
}
