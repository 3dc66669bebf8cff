package io.outlay.ingestion.sync;

import io.outlay.domain.job.Job;
import io.outlay.domain.performance.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is asked of a sync.
 *
 * @param adAccountId the account's number
 * @param askedAt when it was asked for
 * @param from first day that is wanted, whether due or not; null for what is due
 * @param to last day
 * @param fromKept whether kept answers are read again instead of asking the platform
 */
public record SyncRequest(
    long adAccountId,
    Instant askedAt,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    boolean fromKept) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What was asked of a job of kind {@link AdAccountSyncs#KIND}. */
  public static SyncRequest of(Job job) {
    return JSON.readValue(job.request(), SyncRequest.class);
  }

  /** The wanted days; null for what is due. */
  @Nullable DateRange days() {
    return from == null || to == null ? null : new DateRange(from, to);
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }
}
