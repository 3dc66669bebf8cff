package io.outlay.domain.performance.postgres;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The staged rows with every name replaced by its number: what facts are to hold. */
final class IncomingRows {

  /** Columns of a fact but its version, in the order of {@link #select}. */
  static final String FACT_COLUMNS =
      "organization_id, day, slice_id, campaign_id, ad_group_id, ad_id, segment_id, currency_code,"
          + " first_day, ad_account_id, measurer, view, "
          + MetricColumns.bare();

  private IncomingRows() {}

  /** A query of the rows of slices with a verdict; {@code $1} is the organization. */
  static String select(Verdict verdict) {
    return """
    SELECT $1 AS organization_id, s.last_day AS day, s.slice_id, e.campaign_id, e.ad_group_id, e.ad_id, g.segment_id, r.currency_code,
           s.first_day, s.ad_account_id, s.measurer, s.view, %s
      FROM staged_row r
      JOIN staged_slice s ON s.slice_no = r.slice_no AND %s
      JOIN known_entity e ON e.entity_no = r.entity_no
      JOIN known_segment g ON g.segment_no = r.segment_no
    """
        .formatted(MetricColumns.of("r"), has(verdict));
  }

  /**
   * Whether slice {@code s} has the verdict. Said by what it is not: of a table without statistics
   * PostgreSQL thinks that an equality leaves one row, and would then build its hash tables over
   * all staged rows instead of the few slices and names.
   */
  static String has(Verdict verdict) {
    return Arrays.stream(Verdict.values())
        .filter(other -> other != verdict)
        .map(other -> "s.verdict <> '" + other + "'")
        .collect(Collectors.joining(" AND "));
  }
}
