package io.outlay.api.platform;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.FetchFailure;
import io.outlay.domain.platform.Fetched;
import io.outlay.domain.platform.PeriodFetch;
import io.outlay.domain.platform.PeriodFetches;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was last fetched of a period, as a caller sees it.
 *
 * @param jobId number of the job behind it
 */
record SyncView(
    long jobId,
    View view,
    DateRange days,
    Result result,
    @Nullable Instant fetchedAt,
    @Nullable String requestId,
    @Nullable String apiVersion,
    @Nullable Integer rowCount,
    boolean isProvisional,
    boolean isStored,
    @Nullable FetchFailure error) {

  /** What came of the last try. */
  enum Result {
    FETCHED,
    STALE,
    FAILED
  }

  static SyncView of(PeriodFetch fetch) {
    Fetched fetched = fetch.fetched();
    DateRange days = new DateRange(fetch.period().firstDay(), fetch.period().lastDay());
    return fetched == null
        ? new SyncView(
            fetch.jobId(),
            fetch.view(),
            days,
            Result.FAILED,
            null,
            null,
            null,
            null,
            true,
            false,
            fetch.failure())
        : new SyncView(
            fetch.jobId(),
            fetch.view(),
            days,
            fetch.failure() == null ? Result.FETCHED : Result.STALE,
            fetched.at(),
            fetched.requestId().isEmpty() ? null : fetched.requestId(),
            fetched.apiVersion(),
            fetched.rows(),
            fetched.isProvisional() || fetch.reopenedAt() != null,
            fetch.isStored(),
            fetch.failure());
  }

  /** Where it stands in the list. */
  String place() {
    return days.to() + "/" + days.from() + "/" + view;
  }

  static PeriodFetches.Place place(String text) {
    List<String> parts = List.of(text.split("/", -1));
    return new PeriodFetches.Place(
        LocalDate.parse(parts.get(0)), LocalDate.parse(parts.get(1)), parts.get(2));
  }
}
