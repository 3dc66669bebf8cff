package io.outlay.ingestion.spendimport;

import io.outlay.domain.performance.FactRow;
import org.jspecify.annotations.Nullable;

/** What tells two rows of one slice apart; rows of one key are summed. */
record RowKey(
    @Nullable String campaignId,
    @Nullable String adGroupId,
    @Nullable String adId,
    @Nullable String country,
    @Nullable String ageRange,
    @Nullable String gender,
    @Nullable String device,
    String currencyCode)
    implements Comparable<RowKey> {

  static RowKey of(FactRow row) {
    return new RowKey(
        row.campaignId(),
        row.adGroupId(),
        row.adId(),
        row.country(),
        row.ageRange(),
        row.gender(),
        row.device(),
        row.currencyCode());
  }

  // Spelled out: a chain of comparators costs more than all the rest of grouping.
  @Override
  public int compareTo(RowKey other) {
    int order = compare(campaignId, other.campaignId);
    order = order == 0 ? compare(adGroupId, other.adGroupId) : order;
    order = order == 0 ? compare(adId, other.adId) : order;
    order = order == 0 ? compare(country, other.country) : order;
    order = order == 0 ? compare(ageRange, other.ageRange) : order;
    order = order == 0 ? compare(gender, other.gender) : order;
    order = order == 0 ? compare(device, other.device) : order;
    return order == 0 ? currencyCode.compareTo(other.currencyCode) : order;
  }

  private static int compare(@Nullable String one, @Nullable String two) {
    if (one == null || two == null) {
      return Boolean.compare(one != null, two != null);
    }
    return one.compareTo(two);
  }
}
