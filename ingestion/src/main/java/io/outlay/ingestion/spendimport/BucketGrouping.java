package io.outlay.ingestion.spendimport;

import io.outlay.domain.performance.FactRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups one bucket's rows into slices. */
final class BucketGrouping {

  private final Map<SlicePlace, Map<RowKey, FactRow>> slices = new TreeMap<>();
  private final Map<String, String> accountNames = new HashMap<>();

  void add(SpendRow row) {
    if (row.accountName() != null) {
      accountNames.put(row.place().accountId(), row.accountName());
    }
    slices
        .computeIfAbsent(row.place(), place -> new HashMap<>())
        .merge(RowKey.of(row.fact()), row.fact(), BucketGrouping::sum);
  }

  /** The slices, ordered by account and period, their rows by key. */
  List<SpendSlice> slices() {
    List<SpendSlice> ordered = new ArrayList<>(slices.size());
    slices.forEach(
        (place, rows) ->
            ordered.add(
                new SpendSlice(
                    place.accountId(),
                    accountNames.get(place.accountId()),
                    place.period(),
                    List.copyOf(new TreeMap<>(rows).values()))));
    return ordered;
  }

  /**
   * Names are those of the later line: platforms list renamed campaigns by their new name last. No
   * sum can overflow, since nothing is negative and the sum over the whole file did not.
   */
  private static FactRow sum(FactRow one, FactRow two) {
    return new FactRow(
        one.campaignId(),
        two.campaignName(),
        two.campaignStatus(),
        one.adGroupId(),
        two.adGroupName(),
        one.adId(),
        two.adName(),
        one.country(),
        one.ageRange(),
        one.gender(),
        one.device(),
        one.currencyCode(),
        one.metrics().plus(two.metrics()));
  }
}
