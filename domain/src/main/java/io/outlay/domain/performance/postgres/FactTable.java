package io.outlay.domain.performance.postgres;

import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.performance.PerformanceQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tables that hold the figures, the smallest first. */
enum FactTable {
  /** Sums per account, day and currency. */
  ACCOUNT_ROLLUP(
      "rollup_account_day",
      EnumSet.of(Dimension.CHANNEL, Dimension.AD_ACCOUNT, Dimension.CURRENCY)),
  /** Sums per campaign, day and currency. */
  CAMPAIGN_ROLLUP(
      "rollup_campaign_day",
      EnumSet.of(
          Dimension.CHANNEL,
          Dimension.AD_ACCOUNT,
          Dimension.CURRENCY,
          Dimension.CAMPAIGN,
          Dimension.LABEL)),
  /** The facts as they are now. */
  FACTS("fact", EnumSet.allOf(Dimension.class)),
  /** The facts as they were in an earlier version. */
  FACTS_AND_HISTORY("", EnumSet.allOf(Dimension.class));

  private final String table;

  @SuppressWarnings("ImmutableEnumChecker") // never written after construction
  private final Set<Dimension> dimensions;

  FactTable(String table, Set<Dimension> dimensions) {
    this.table = table;
    this.dimensions = dimensions;
  }

  /** The smallest table that can answer. */
  static FactTable smallestFor(PerformanceQuery query, List<Dimension> groupBy, Basis basis) {
    if (!basis.isCurrent()) {
      return FACTS_AND_HISTORY;
    }
    PerformanceFilter filter = query.filter();
    if (!filter.countries().isEmpty() || !CAMPAIGN_ROLLUP.dimensions.containsAll(groupBy)) {
      return FACTS;
    }
    return Conditions.concernCampaigns(filter) || !ACCOUNT_ROLLUP.dimensions.containsAll(groupBy)
        ? CAMPAIGN_ROLLUP
        : ACCOUNT_ROLLUP;
  }

  /** Where the figures come from, as {@code f}. */
  String from(Basis basis, Parameters parameters) {
    if (this != FACTS_AND_HISTORY) {
      return table + " f";
    }
    String version = parameters.bind(basis.version().number()) + "::bigint";
    return "(SELECT "
        + FactColumns.ALL
        + " FROM fact WHERE valid_from <= "
        + version
        + " UNION ALL SELECT "
        + FactColumns.ALL
        + " FROM fact_history WHERE valid_from <= "
        + version
        + " AND valid_to > "
        + version
        + ") f";
  }
}
