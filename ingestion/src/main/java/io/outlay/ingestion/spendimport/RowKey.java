package io.outlay.ingestion.spendimport;

import io.outlay.domain.performance.FactRow;
import java.util.Comparator;
import java.util.function.Function;
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

  private static final Comparator<RowKey> ORDER =
      comparing(RowKey::campaignId)
          .thenComparing(comparing(RowKey::adGroupId))
          .thenComparing(comparing(RowKey::adId))
          .thenComparing(comparing(RowKey::country))
          .thenComparing(comparing(RowKey::ageRange))
          .thenComparing(comparing(RowKey::gender))
          .thenComparing(comparing(RowKey::device))
          .thenComparing(RowKey::currencyCode);

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

  @Override
  public int compareTo(RowKey other) {
    return ORDER.compare(this, other);
  }

  private static Comparator<RowKey> comparing(Function<RowKey, @Nullable String> part) {
    return (one, two) -> compare(part.apply(one), part.apply(two));
  }

  private static int compare(@Nullable String one, @Nullable String two) {
    if (one == null || two == null) {
      return Boolean.compare(one != null, two != null);
    }
    return one.compareTo(two);
  }
}
