package io.outlay.domain.performance;

import io.outlay.domain.assumption.Assumption;
import io.outlay.domain.channel.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link PerformanceQuery}.
 *
 * @param currencyCode currency of every amount
 * @param dataVersion state of the data it was answered from
 * @param totals figures of the whole filtered set; null when not asked
 * @param totalsCompared what the totals are set beside; null when not asked
 * @param rows the page's rows; empty when not asked
 * @param channels all channels rows may be of, by number
 * @param hasNextPage whether rows follow the page
 * @param totalCount number of all rows; null when not asked
 * @param completeUntil last day of the range up to which every account's figures are whole; null
 *     when those of one are not, when none has any, or when not asked
 * @param timeZones zones of the accounts whose days are added, in order; empty when not asked
 * @param notices what to know about the figures; empty when not asked
 * @param concerns which accounts and days some of the notices are about; empty when not asked
 * @param assumptions what was assumed for cost and return; empty when the metrics need none
 */
public record PerformanceReport(
    DateRange range,
    String currencyCode,
    DataVersion dataVersion,
    @Nullable PerformanceMetrics totals,
    @Nullable ComparedMetrics totalsCompared,
    List<PerformanceRow> rows,
    Map<Long, Channel> channels,
    boolean hasNextPage,
    @Nullable Long totalCount,
    @Nullable LocalDate completeUntil,
    List<String> timeZones,
    List<Notice> notices,
    List<Concern> concerns,
    List<Assumption> assumptions) {

  /** Copies the lists and the map. */
  public PerformanceReport {
    rows = List.copyOf(rows);
    channels = Map.copyOf(channels);
    timeZones = List.copyOf(timeZones);
    notices = List.copyOf(notices);
    concerns = List.copyOf(concerns);
    assumptions = List.copyOf(assumptions);
  }
}
