package io.outlay.ingestion.platform;

import java.time.Instant;
import java.util.List;

/**
 * Everything a platform answered to one question, complete.
 *
 * @param startedAt when the first request left
 * @param requests how many requests it took, repeats included
 * @param requestId the platform's own id of the last answer, to be named to its support; empty when
 *     it gives none
 */
public record RawFetch(Instant startedAt, int requests, String requestId, List<RawPage> pages) {

  /** Copies the pages' list. */
  public RawFetch {
    pages = List.copyOf(pages);
  }
}
