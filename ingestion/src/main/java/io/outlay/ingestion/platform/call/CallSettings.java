package io.outlay.ingestion.platform.call;

import java.time.Duration;

/**
 * Limits of calls to one platform.
 *
 * @param timeout for one try, from the request to the last byte
 * @param largestAnswer most bytes of an answer; a larger one is too much data
 * @param tries how often a call is made at most
 * @param firstWait upper bound of the wait before the second try; doubles with each
 * @param longestWait longest wait within a call; where the platform wants a longer one, the caller
 *     is told to come back
 * @param atOnce most calls to the platform at one time
 */
public record CallSettings(
    Duration timeout,
    int largestAnswer,
    int tries,
    Duration firstWait,
    Duration longestWait,
    int atOnce) {

  /** Five tries of a minute each, answers of at most 32 MiB, eight calls at once. */
  public static CallSettings usual() {
    return new CallSettings(
        Duration.ofMinutes(1),
        32 * 1024 * 1024,
        5,
        Duration.ofSeconds(1),
        Duration.ofMinutes(1),
        8);
  }

  /** The same with another timeout. */
  public CallSettings withTimeout(Duration other) {
    return new CallSettings(other, largestAnswer, tries, firstWait, longestWait, atOnce);
  }

  /** The same with other waits. */
  public CallSettings withWaits(Duration first, Duration longest) {
    return new CallSettings(timeout, largestAnswer, tries, first, longest, atOnce);
  }

  /** The same with a smaller or larger bound of answers. */
  public CallSettings withLargestAnswer(int bytes) {
    return new CallSettings(timeout, bytes, tries, firstWait, longestWait, atOnce);
  }
}
