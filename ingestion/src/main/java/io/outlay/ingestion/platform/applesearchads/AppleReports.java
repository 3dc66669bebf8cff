package io.outlay.ingestion.platform.applesearchads;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Period;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.ReportRequest;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.SmallerRanges;
import io.outlay.ingestion.platform.reading.Periods;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks for reports. Several days are one question that is cut into days; a single day or a month is
 * a question for its sum, which Apple gives further back than days and with the account's own sum.
 */
final class AppleReports {

  private static final int AT_ONCE = 4;

  private final ApplePages pages;

  AppleReports(ApplePages pages) {
    this.pages = pages;
  }

  /** All pages of a report, finest level first, so that no part outgrows its whole meanwhile. */
  Mono<List<RawPage>> report(
      AppleDialect dialect, OpenFetch fetch, ReportRequest request, List<AppleLevel> levels) {
    return Flux.fromIterable(stretches(request))
        .concatMap(days -> stretch(dialect, fetch, request, levels, days))
        .collectList()
        .map(SmallerRanges::flat);
  }

  private Mono<List<RawPage>> stretch(
      AppleDialect dialect,
      OpenFetch fetch,
      ReportRequest request,
      List<AppleLevel> levels,
      DateRange days) {
    boolean isDaily = isDaily(request);
    AppleQuestion all = new AppleQuestion(AppleLevel.CAMPAIGNS, List.of(), days, isDaily, null);
    return dialect
        .campaigns(pages, fetch, all)
        .flatMapMany(
            ids ->
                Flux.fromIterable(levels)
                    .concatMap(
                        level ->
                            level(
                                dialect,
                                fetch,
                                new AppleQuestion(
                                    level,
                                    ids,
                                    days,
                                    isDaily,
                                    AppleQuestion.breakdown(request.view(), level)))))
        .collectList()
        .map(SmallerRanges::flat);
  }

  private Mono<List<RawPage>> level(AppleDialect dialect, OpenFetch fetch, AppleQuestion question) {
    return Flux.fromIterable(dialect.groups(question.level(), question.campaignIds()))
        .flatMapSequential(ids -> pages(dialect, fetch, question.about(ids)), AT_ONCE)
        .collectList()
        .map(SmallerRanges::flat);
  }

  private Mono<List<RawPage>> pages(AppleDialect dialect, OpenFetch fetch, AppleQuestion question) {
    return pages.all(
        fetch,
        question.part(dialect),
        question.level().isBelowCampaigns(), // a deleted campaign's figures are then in its rest
        offset -> dialect.report(fetch.connection(), question, offset),
        dialect::rows,
        dialect::total);
  }

  static boolean isDaily(ReportRequest request) {
    return request.length() == PeriodLength.DAY && request.days().days() > 1;
  }

  private static List<DateRange> stretches(ReportRequest request) {
    return isDaily(request)
        ? List.of(request.days())
        : Periods.of(request).stream().map(AppleReports::range).toList();
  }

  private static DateRange range(Period period) {
    return new DateRange(period.firstDay(), period.lastDay());
  }
}
