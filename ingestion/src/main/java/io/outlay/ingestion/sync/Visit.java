package io.outlay.ingestion.sync;

import io.outlay.domain.job.JobLease;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.ingestion.platform.AdPlatform;
import java.time.LocalDate;

/**
 * One account, taken up by one worker under its lease.
 *
 * @param request what was asked
 */
record Visit(
    SyncTools tools,
    SyncSettings settings,
    JobLease lease,
    SyncRequest request,
    PlatformAccess access,
    AdPlatform platform,
    SyncProgress progress,
    Turn turn) {

  OrganizationId organization() {
    return access.account().organization();
  }

  long jobId() {
    return lease.job().id();
  }

  /** The account's day. */
  LocalDate today() {
    return LocalDate.ofInstant(tools.clock().instant(), access.zone());
  }
}
