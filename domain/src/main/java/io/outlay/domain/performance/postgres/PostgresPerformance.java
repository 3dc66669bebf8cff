package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.Performance;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.performance.PerformanceQuery;
import io.outlay.domain.performance.PerformanceReport;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Reports from PostgreSQL. Share one: it remembers each organization's {@link Basis}. */
public final class PostgresPerformance implements Performance {

  /** A condition that nothing meets: numbers of campaigns and accounts are positive. */
  private static final Set<Long> NOTHING = Set.of(-1L);

  private final ReportRun run;

  /**
   * Uses one connection of the database for each report at work.
   *
   * @param clock tells which days are provisional still
   */
  public PostgresPerformance(Database database, InstantSource clock) {
    this.run = new ReportRun(database, new Bases(new BasisReader(database)), clock);
  }

  @Override
  public Mono<PerformanceReport> report(PerformanceQuery query) {
    return run.answer(query, null).map(answer -> answer.report(Figures.ONLY));
  }

  @Override
  public Mono<Map<Long, PerformanceReport>> reportByCampaign(
      Set<Long> campaignIds, PerformanceQuery query) {
    PerformanceFilter filter = query.filter();
    return reports(
        campaignIds,
        query.withFilter(filter.withCampaigns(both(filter.campaignIds(), campaignIds))),
        Dimension.CAMPAIGN);
  }

  @Override
  public Mono<Map<Long, PerformanceReport>> reportByAdAccount(
      Set<Long> adAccountIds, PerformanceQuery query) {
    PerformanceFilter filter = query.filter();
    return reports(
        adAccountIds,
        query.withFilter(filter.withAdAccounts(both(filter.adAccountIds(), adAccountIds))),
        Dimension.AD_ACCOUNT);
  }

  private Mono<Map<Long, PerformanceReport>> reports(
      Set<Long> ids, PerformanceQuery query, Dimension split) {
    return run.answer(query, split).map(answer -> each(ids, answer));
  }

  private static Map<Long, PerformanceReport> each(Set<Long> ids, Answer answer) {
    Map<Long, PerformanceReport> reports = HashMap.newHashMap(ids.size());
    ids.forEach(id -> reports.put(id, answer.report(id)));
    return reports;
  }

  /** Ids that the filter allows and the caller names; an empty filter allows all. */
  private static Set<Long> both(Set<Long> allowed, Set<Long> named) {
    Set<Long> both = new HashSet<>(named);
    if (!allowed.isEmpty()) {
      both.retainAll(allowed);
    }
    return both.isEmpty() ? NOTHING : both;
  }
}
