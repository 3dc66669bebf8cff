package io.outlay.ingestion.spendimport;

import io.outlay.domain.performance.FactRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Groups one bucket's rows into slices and finds lines that stand there twice. */
final class BucketGrouping {

  private final FileProblems problems;
  private final Map<SlicePlace, Map<RowKey, FactRow>> slices = new TreeMap<>();
  private final Map<String, String> accountNames = new HashMap<>();
  private final Map<Long, Long> firstLines = new HashMap<>();
  private final IdenticalLines identical;

  BucketGrouping(FileProblems problems, IdenticalLines identical) {
    this.problems = problems;
    this.identical = identical;
  }

  void add(SpendRow row) {
    @Nullable Long first = firstLines.putIfAbsent(row.fingerprint(), row.line());
    if (first != null) {
      identical.add(first, row.line());
    }
    if (row.accountName() != null) {
      accountNames.put(row.place().accountId(), row.accountName());
    }
    slices
        .computeIfAbsent(row.place(), place -> new HashMap<>())
        .merge(RowKey.of(row.fact()), row.fact(), (one, two) -> sum(one, two, row.line()));
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

  /** Names are those of the later line: platforms list renamed campaigns by their new name last. */
  private FactRow sum(FactRow one, FactRow two, long line) {
    try {
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
    } catch (ArithmeticException e) {
      problems.add(
          new FileProblem(
              line,
              null,
              null,
              "numbers whose sum with the other lines of this row stays below 9,223,372,036,854"));
      return one;
    }
  }
}
