package io.outlay.ingestion.sync;

import io.outlay.domain.job.JobLease;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run leaves to the next one of the same job when its turn is over. What to fetch is not in
 * it: the records alone tell that.
 *
 * @param structureAt when campaigns, ad groups and ads were taken over
 * @param furtherAt number of the last lease that brought the work further
 */
record SyncCheckpoint(Instant structureAt, long furtherAt) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What was left to the lease's holder; null for the first. */
  static @Nullable SyncCheckpoint of(JobLease lease) {
    String kept = lease.checkpoint();
    return kept == null ? null : JSON.readValue(kept, SyncCheckpoint.class);
  }

  /** How often the job was taken up since it came further, this time included. */
  static long tries(JobLease lease) {
    SyncCheckpoint kept = of(lease);
    return kept == null ? lease.number() : lease.number() - kept.furtherAt();
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }
}
