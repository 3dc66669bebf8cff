package io.outlay.domain.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unit of truth: everything one source says about one account and period, fetched at one time.
 * A slice without rows says that nothing was delivered.
 *
 * @param sequence order among slices of one key, drawn when the fetch began; never a clock
 * @param takesOver true when days that another source owns shall now belong to this one
 * @param rawInputId stored raw input the rows were read from; null for a slice of an API without
 *     kept input
 * @param jobId job to tell when the slice has been applied; null when none waits
 * @param dictionaryVersion version of the metric dictionary the rows were mapped by
 * @param isEstimated true when conversion values were assumed, not reported
 * @param provisionalUntil last day on which the source may still correct the figures; null when
 *     they are final
 */
public record Slice(
    SliceKey key,
    AdAccountDetails account,
    Level level,
    long sequence,
    Instant fetchedAt,
    Replacement replacement,
    boolean takesOver,
    @Nullable Long rawInputId,
    @Nullable Long jobId,
    int dictionaryVersion,
    boolean isEstimated,
    @Nullable LocalDate provisionalUntil,
    List<FactRow> rows) {

  /** Copies the rows' list. */
  public Slice {
    rows = List.copyOf(rows);
  }

  /** Everything about the slice but its rows. */
  public SliceHead head() {
    return new SliceHead(
        key,
        account,
        level,
        sequence,
        fetchedAt,
        replacement,
        takesOver,
        rawInputId,
        jobId,
        dictionaryVersion,
        isEstimated,
        provisionalUntil);
  }
}
