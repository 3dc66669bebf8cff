package io.outlay.domain.performance.postgres;

import io.outlay.domain.assumption.Resolution;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.GroupKey;
import io.outlay.domain.performance.LabelFilter;
import io.outlay.domain.performance.PerformanceQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a question is answered: from which table, grouped by what, with which sums.
 *
 * @param split dimension of which each value gets a report of its own; null for one report
 * @param range days looked at: the question's, or those it is compared with
 * @param converts whether amounts are multiplied with rates; else all are taken to be in the
 *     answer's currency already, which the answer confirms or denies
 * @param wanted the only groups looked for; null for a page of all
 */
record Plan(
    PerformanceQuery query,
    Basis basis,
    @Nullable Dimension split,
    DateRange range,
    KeyColumns keys,
    PartColumns parts,
    FactTable table,
    Resolution assumptions,
    boolean converts,
    @Nullable List<GroupKey> wanted) {

  /** Plans the question's own figures. */
  static Plan of(PerformanceQuery query, Basis basis, @Nullable Dimension split) {
    return of(query, basis, split, query.range(), null);
  }

  /** The same with all periods of the range as its page. */
  Plan withAllPeriods() {
    Granularity granularity = query.granularity();
    return granularity == null
        ? this
        : of(
            query,
            basis,
            split,
            range,
            granularity.periodsOf(range).stream().map(GroupKey::inPeriod).toList());
  }

  private static Plan of(
      PerformanceQuery query,
      Basis basis,
      @Nullable Dimension split,
      DateRange range,
      @Nullable List<GroupKey> wanted) {
    KeyColumns keys = new KeyColumns(query.granularity(), dimensions(query, split));
    PartColumns parts = PartColumns.of(NeededMetrics.of(query));
    Resolution assumptions =
        parts.needAssumptions() ? assumptions(query, basis, range) : NO_ASSUMPTIONS;
    return new Plan(
        query,
        basis,
        split,
        range,
        keys,
        assumptions.days().isEmpty() ? parts.unweighted() : parts,
        FactTable.smallestFor(query, keys.dimensions(), basis),
        assumptions,
        parts.holdMoney() && (keys.splitByLabel() || !hasOneCurrency(query, basis)),
        wanted);
  }

  private static final Resolution NO_ASSUMPTIONS = new Resolution(List.of(), List.of());

  /** The same with amounts of any currency. */
  Plan converting() {
    return new Plan(query, basis, split, range, keys, parts, table, assumptions, true, wanted);
  }

  /** Whether amounts of another currency would be added as they are. */
  boolean trustsCurrency() {
    return parts.holdMoney() && !converts;
  }

  /** The same question over other days or another state of the data, for the given groups only. */
  Plan beside(Basis other, DateRange otherRange, List<GroupKey> groups) {
    return of(query, other, split, otherRange, groups);
  }

  /** The platform's own breakdown that tells what the question splits by; empty for none. */
  Optional<Breakdown> breakdown() {
    return Breakdown.of(query, keys.dimensions());
  }

  /** Whether any account of the question has that breakdown. */
  boolean usesBreakdown() {
    List<Long> within = basis.accountsWithin(query.scope(), query.filter());
    return breakdown()
        .map(one -> basis.breakdowns().getOrDefault(one.view(), Set.of()))
        .filter(
            having ->
                within == null ? !having.isEmpty() : within.stream().anyMatch(having::contains))
        .isPresent();
  }

  /** Currency of all amounts. */
  String currencyCode() {
    String asked = query.currencyCode();
    return asked == null ? basis.currencyCode() : asked;
  }

  /** Column by which reports are split; null for one report. */
  @Nullable String splitColumn() {
    return split == null ? null : KeyColumns.name(split);
  }

  /** The one label that is grouped by; null for all of them. */
  @Nullable String namedLabel() {
    LabelFilter label = query.filter().label();
    return label == null ? null : label.key();
  }

  /** Whether all accounts of the question have the answer's currency. */
  private static boolean hasOneCurrency(PerformanceQuery query, Basis basis) {
    String asked = query.currencyCode() == null ? basis.currencyCode() : query.currencyCode();
    List<Long> within = basis.accountsWithin(query.scope(), query.filter());
    return basis.accounts().values().stream()
        .filter(account -> within == null || within.contains(account.id()))
        .allMatch(account -> account.currencyCode().equals(asked));
  }

  private static List<Dimension> dimensions(PerformanceQuery query, @Nullable Dimension split) {
    List<Dimension> dimensions = new ArrayList<>(query.groupBy());
    if (split != null && !dimensions.contains(split)) {
      dimensions.addFirst(split);
    }
    return dimensions;
  }

  private static Resolution assumptions(PerformanceQuery query, Basis basis, DateRange range) {
    if (basis.assumptions().isEmpty()) {
      return NO_ASSUMPTIONS;
    }
    List<Long> within = basis.accountsWithin(query.scope(), query.filter());
    Map<Long, Long> channels = new TreeMap<>();
    basis
        .accounts()
        .values()
        .forEach(
            account -> {
              if (within == null || within.contains(account.id())) {
                channels.put(account.id(), account.channelId());
              }
            });
    return Resolution.of(basis.assumptions(), channels, range.from(), range.to());
  }
}
