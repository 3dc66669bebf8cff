package io.outlay.domain.platform;

import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was last fetched of one period of an account.
 *
 * @param jobId job that asked last
 * @param fetched the last good fetch; null before the first
 * @param failure why the last try failed; null when it did not
 * @param reopenedAt when the platform's total was seen to have moved since the fetch; null while it
 *     was not
 * @param isStored whether the figures fetched last have reached the database
 */
public record PeriodFetch(
    View view,
    Period period,
    long jobId,
    @Nullable Fetched fetched,
    @Nullable FetchFailure failure,
    @Nullable Instant reopenedAt,
    boolean isStored) {

  /** When it was fetched last; the beginning of time for never. */
  public Instant fetchedAt() {
    return fetched == null ? Instant.EPOCH : fetched.at();
  }
}
