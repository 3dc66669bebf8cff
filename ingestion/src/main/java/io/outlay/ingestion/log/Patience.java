package io.outlay.ingestion.log;

import java.time.Duration;
import org.slf4j.Logger;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/** How readers of the log wait for what is away. */
public final class Patience {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private Patience() {}

  /**
   * Tries again for as long as it takes, after growing pauses.
   *
   * @param what is tried, for the log
   * @param told hears of each time
   */
  public static RetryBackoffSpec forEver(Logger log, String what, Runnable told) {
    return Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
        .maxBackoff(LONGEST_PAUSE)
        .transientErrors(true)
        .doBeforeRetry(
            again -> {
              told.run();
              log.warn("{} after: {}", what, again.failure().toString());
            });
  }
}
