package io.outlay.ingestion.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.JobState;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SyncCheckpointTests {

  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

  @Test
  void isTheSameAfterBeingKept() {
    SyncCheckpoint kept = new SyncCheckpoint(AT, 6);

    assertThat(SyncCheckpoint.of(lease(7, kept.toJson()))).isEqualTo(kept);
    assertThat(SyncCheckpoint.of(lease(1, null))).isNull();
  }

  @Test
  void onlyTriesSinceTheLastProgressCount() {
    assertThat(SyncCheckpoint.tries(lease(3, null))).isEqualTo(3);
    assertThat(SyncCheckpoint.tries(lease(70, new SyncCheckpoint(AT, 69).toJson()))).isEqualTo(1);
    assertThat(SyncCheckpoint.tries(lease(72, new SyncCheckpoint(AT, 69).toJson()))).isEqualTo(3);
  }

  private static JobLease lease(long number, @Nullable String checkpoint) {
    Job job =
        new Job(
            new OrganizationId(1),
            1,
            AdAccountSyncs.KIND,
            JobState.RUNNING,
            "{}",
            null,
            0,
            null,
            null,
            null,
            "tester",
            Scope.EVERYTHING,
            AT,
            AT,
            null);
    return new JobLease(job, number, checkpoint);
  }
}
