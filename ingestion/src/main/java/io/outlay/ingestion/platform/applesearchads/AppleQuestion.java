package io.outlay.ingestion.platform.applesearchads;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.View;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One report that is asked for.
 *
 * @param campaignIds campaigns it is about; empty for all, where the dialect has such a question
 * @param isDaily whether it is cut into days; otherwise it is one sum
 * @param breakdown by what campaigns are cut; null for nothing
 */
record AppleQuestion(
    AppleLevel level,
    List<String> campaignIds,
    DateRange days,
    boolean isDaily,
    @Nullable String breakdown) {

  AppleQuestion {
    campaignIds = List.copyOf(campaignIds);
  }

  /** The same about these campaigns. */
  AppleQuestion about(List<String> ids) {
    return new AppleQuestion(level, ids, days, isDaily, breakdown);
  }

  /** Name of its kept pages; those of a sum hold the day it begins. */
  String part(AppleDialect dialect) {
    return part(dialect.word(), level, isDaily ? null : days.from());
  }

  /** Name of kept pages: dialect, level, and the first day of a sum. */
  static String part(String dialect, AppleLevel level, @Nullable LocalDate begin) {
    return dialect + "/" + level + (begin == null ? "" : "/" + begin);
  }

  /** Apple's name of a view's breakdown; null for none. */
  static @Nullable String breakdown(View view, AppleLevel level) {
    if (level != AppleLevel.SEGMENTS) {
      return null;
    }
    return view == View.COUNTRY ? "countryOrRegion" : "deviceClass";
  }
}
