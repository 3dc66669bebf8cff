package io.outlay.ingestion.sync;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.platform.AccessSettings;
import io.outlay.domain.platform.PeriodFetch;
import io.outlay.domain.platform.PeriodFetches.OwnedPeriod;
import io.outlay.ingestion.platform.PlatformCapabilities;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan depends on.
 *
 * @param zone of the account's days
 * @param jobId the run that is planned
 * @param askedAt when the run was asked for
 * @param asked the only days that are wanted, all of them; null for what is due
 * @param fetches what is known of the account
 * @param owned what belongs to imports
 */
record SyncSituation(
    PlatformCapabilities capabilities,
    AccessSettings settings,
    ZoneId zone,
    Instant now,
    long jobId,
    Instant askedAt,
    @Nullable DateRange asked,
    List<PeriodFetch> fetches,
    List<OwnedPeriod> owned) {

  /** The account's day. */
  LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  /** First day that is wanted. */
  LocalDate from() {
    return asked == null ? settings.historyFrom() : asked.from();
  }

  /** Last day that is wanted. */
  LocalDate to() {
    return asked == null || asked.to().isAfter(today()) ? today() : asked.to();
  }
}
