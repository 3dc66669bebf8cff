package io.outlay.domain.performance;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.money.Currencies;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question about spend and results.
 *
 * @param scope how far the caller may look; holds in SQL
 * @param range days asked for
 * @param groupBy what rows are split by, besides time; no repeats
 * @param granularity periods rows are split into; null for none
 * @param currencyCode currency of all amounts; null for the organization's own
 * @param measuredBy whose count
 * @param compareTo what each figure is set beside; null for nothing
 * @param asOf time whose knowledge answers; null for now
 * @param atVersion data version whose knowledge answers, as a later page's cursor names it; null
 *     for now
 * @param orderBy order of rows; null for time, then keys
 */
public record PerformanceQuery(
    OrganizationId organization,
    Scope scope,
    DateRange range,
    List<Dimension> groupBy,
    @Nullable Granularity granularity,
    PerformanceFilter filter,
    @Nullable String currencyCode,
    Measurer measuredBy,
    @Nullable Comparison compareTo,
    @Nullable Instant asOf,
    @Nullable Long atVersion,
    @Nullable PerformanceOrder orderBy,
    PerformancePage page,
    PerformanceSelection selection) {

  /**
   * Checks what can be checked without looking at data.
   *
   * @throws BadRequest where something cannot be right
   */
  public PerformanceQuery {
    groupBy = List.copyOf(groupBy);
    requireDistinct(groupBy);
    requireOrderAmongGroups(orderBy, groupBy, granularity);
    if (currencyCode != null) {
      Currencies.require("currencyCode", currencyCode);
    }
    for (String code : filter.currencyCodes()) {
      Currencies.require("filter.currencyCodes", code);
    }
  }

  /** The question in its simplest form: one range, nothing split. */
  public static PerformanceQuery over(
      OrganizationId organization, DateRange range, PerformanceSelection selection) {
    return new PerformanceQuery(
        organization,
        Scope.EVERYTHING,
        range,
        List.of(),
        null,
        PerformanceFilter.NONE,
        null,
        Measurer.PLATFORM,
        null,
        null,
        null,
        null,
        new PerformancePage(50, 0),
        selection);
  }

  /** The same question over other facts. */
  public PerformanceQuery withFilter(PerformanceFilter other) {
    return new PerformanceQuery(
        organization,
        scope,
        range,
        groupBy,
        granularity,
        other,
        currencyCode,
        measuredBy,
        compareTo,
        asOf,
        atVersion,
        orderBy,
        page,
        selection);
  }

  private static void requireDistinct(List<Dimension> groupBy) {
    for (int i = 1; i < groupBy.size(); i++) {
      if (groupBy.subList(0, i).contains(groupBy.get(i))) {
        throw BadRequest.of("groupBy", groupBy, "each dimension at most once");
      }
    }
  }

  private static void requireOrderAmongGroups(
      @Nullable PerformanceOrder order,
      List<Dimension> groupBy,
      @Nullable Granularity granularity) {
    if (order instanceof PerformanceOrder.ByDimension(Dimension dimension, boolean _)
        && !groupBy.contains(dimension)) {
      throw BadRequest.of("orderBy.field", dimension, "a metric, or one of groupBy " + groupBy);
    }
    if (order instanceof PerformanceOrder.ByPeriod && granularity == null) {
      throw BadRequest.of("orderBy.field", "PERIOD", "a granularity beside it");
    }
  }
}
