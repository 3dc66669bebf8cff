package io.outlay.api.performance;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.organization.Language;
import io.outlay.domain.performance.Concern;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.MetricDifference;
import io.outlay.domain.performance.Notice;
import java.math.BigDecimal;
import java.util.List;

/** A notice in the caller's language, and what it is about. */
record NoticeView(Notice code, String text, List<ConcernView> concerns) {

  private static final int MICRO_DIGITS = 6;

  static List<NoticeView> of(List<Notice> notices, List<Concern> concerns, Language language) {
    return notices.stream()
        .map(notice -> new NoticeView(notice, notice.text(language), about(notice, concerns)))
        .toList();
  }

  private static List<ConcernView> about(Notice notice, List<Concern> concerns) {
    return concerns.stream()
        .filter(concern -> concern.notice() == notice)
        .map(ConcernView::of)
        .toList();
  }

  /** An ad account that a notice is about. */
  record ConcernView(long adAccountId, List<DateRange> days, List<Difference> differences) {

    static ConcernView of(Concern concern) {
      return new ConcernView(
          concern.adAccountId(),
          concern.days(),
          concern.differences().stream().map(Difference::of).toList());
    }
  }

  /** Sums that differ, in major units. */
  record Difference(String name, BigDecimal platform, BigDecimal stored, boolean isBalanced) {

    static Difference of(MetricDifference one) {
      return new Difference(
          one.metric().fieldName(),
          number(one.metric(), one.platform()),
          number(one.metric(), one.stored()),
          false);
    }

    private static BigDecimal number(BaseMetric metric, long stored) {
      return metric.storage() == BaseMetric.Storage.COUNT
          ? BigDecimal.valueOf(stored)
          : BigDecimal.valueOf(stored, MICRO_DIGITS);
    }
  }
}
