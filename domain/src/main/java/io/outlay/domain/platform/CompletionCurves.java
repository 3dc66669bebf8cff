package io.outlay.domain.platform;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.organization.OrganizationId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** How past figures grew with age, from what was read of them over time. */
public interface CompletionCurves {

  /**
   * The curve of one metric over days that have ripened. An age at which no day was known, or at
   * which the final sum is zero, is left out.
   *
   * @param adAccountIds accounts; each one's share counts by its number of days, so that currencies
   *     are not added
   * @param ripeUntil last day that counts: as old as the oldest age
   * @param oldestAge last age, in days
   */
  Mono<List<CompletionPoint>> curve(
      OrganizationId organization,
      Collection<Long> adAccountIds,
      BaseMetric metric,
      LocalDate ripeUntil,
      int oldestAge);
}
