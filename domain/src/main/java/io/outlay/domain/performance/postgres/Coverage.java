package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Rows;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one account delivered for the range, with one conversion goal.
 *
 * @param firstDay first day delivered; null when every period is cut
 * @param lastDay last day delivered; null when every period is cut
 * @param days number of days delivered
 * @param isCut whether figures of a longer period were left out
 */
record Coverage(
    long report,
    long adAccountId,
    String goal,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    long days,
    boolean isCut,
    boolean isEstimated,
    boolean isProvisional) {

  static Coverage read(Readable row) {
    return new Coverage(
        Rows.get(row, "report", Long.class),
        Rows.get(row, "ad_account_id", Long.class),
        Rows.get(row, "conversion_goal", String.class),
        row.get("first_day", LocalDate.class),
        row.get("last_day", LocalDate.class),
        Rows.get(row, "days", Long.class),
        Rows.get(row, "is_cut", Boolean.class),
        Rows.get(row, "is_estimated", Boolean.class),
        Rows.get(row, "is_provisional", Boolean.class));
  }

  /** The two together, for an account whose goal was changed. */
  Coverage and(Coverage other) {
    return new Coverage(
        report,
        adAccountId,
        goal,
        earlier(firstDay, other.firstDay),
        later(lastDay, other.lastDay),
        days + other.days,
        isCut || other.isCut,
        isEstimated || other.isEstimated,
        isProvisional || other.isProvisional);
  }

  /** Whether days between the first and the last were never delivered. */
  boolean hasGaps() {
    return firstDay != null
        && lastDay != null
        && ChronoUnit.DAYS.between(firstDay, lastDay) + 1 > days;
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }
}
