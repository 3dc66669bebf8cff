package io.outlay.ingestion.reconciliation;

import java.time.YearMonth;

/**
 * Whose sums.
 *
 * @param campaignId the platform's number; 0 for the whole account
 */
record Entity(YearMonth month, long campaignId) implements Comparable<Entity> {

  static final long ACCOUNT = 0;

  @Override
  public int compareTo(Entity other) {
    int byMonth = month.compareTo(other.month);
    return byMonth != 0 ? byMonth : Long.compare(campaignId, other.campaignId);
  }
}
