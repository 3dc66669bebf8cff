package io.outlay.domain.performance;

import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Answers what was spent and what it brought. Safe for use by many callers at once. */
public interface Performance {

  /**
   * One report, normally by one statement.
   *
   * @return the report; errors with a {@link io.outlay.domain.error.Problem} when the question
   *     cannot be answered
   */
  Mono<PerformanceReport> report(PerformanceQuery query);

  /**
   * One report for each campaign, by as many statements as a single one needs. The page's size and
   * offset count for each campaign.
   *
   * @return a report for every id, also for campaigns without facts
   */
  Mono<Map<Long, PerformanceReport>> reportByCampaign(
      Set<Long> campaignIds, PerformanceQuery query);

  /** One report for each ad account, in the same way. */
  Mono<Map<Long, PerformanceReport>> reportByAdAccount(
      Set<Long> adAccountIds, PerformanceQuery query);
}
