package io.outlay.ingestion.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.platform.PlatformAccess;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * One account of each platform that reads only yesterday again by itself, and days of it that are
 * closed for good by every rule of age, while the platform goes on to correct them.
 */
final class ClosedDays implements AutoCloseable {

  private static final int REREAD_DAYS = 1;

  private final ReconciliationStage stage;
  private final DateRange days;
  private final Map<CollectedAccount, PlatformAccess> accounts =
      new EnumMap<>(CollectedAccount.class);

  /** Collects the days once. */
  ClosedDays(Instant begin, DateRange days) {
    this.stage = new ReconciliationStage(6, begin);
    this.days = days;
    stage.process().start();
    OrganizationId organization = stage.organization();
    for (CollectedAccount which : CollectedAccount.values()) {
      accounts.put(which, stage.connect(organization, which, days.from(), REREAD_DAYS));
    }
    stage.syncAll(accounts.values());
    accounts.keySet().forEach(which -> assertThat(readSince(which, begin)).isEqualTo(days.days()));
  }

  /** What is due at that time, as the hourly sync does it. */
  void syncAt(Instant time) {
    stage.moveTo(time);
    stage.syncAll(accounts.values());
  }

  /** The ledger's sums of the account at the present time. */
  Sums told(CollectedAccount which, LocalDate day) {
    Instant now = stage.simulator().clock().instant();
    return account(stage.ledger(which).at(day, day, now));
  }

  /** What Outlay has of the account. */
  Sums stored(CollectedAccount which, LocalDate day) {
    return account(
        StoredSums.ROLLUPS.of(stage.migrated().database(), accounts.get(which), day, day));
  }

  /** How many of the days were last fetched at that time or later. */
  long readSince(CollectedAccount which, Instant time) {
    PlatformAccess access = accounts.get(which);
    return stage.number(
        access,
        """
        SELECT count(*) FROM period_fetch
         WHERE ad_account_id = %d AND view = 'DELIVERY' AND last_day BETWEEN '%s' AND '%s' AND fetched_at >= '%s'
        """
            .formatted(access.adAccountId(), days.from(), days.to(), time));
  }

  private static Sums account(Map<Entity, Sums> sums) {
    return sums.entrySet().stream()
        .filter(one -> one.getKey().campaignId() == Entity.ACCOUNT)
        .map(Map.Entry::getValue)
        .reduce(Sums.NONE, Sums::plus);
  }

  @Override
  public void close() {
    stage.close();
  }
}
