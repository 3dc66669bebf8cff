package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The long way of slices that were stored before: rows that are gone or different go to history,
 * rows that are new or different come in, equal ones are not touched.
 */
final class ChangedFacts {

  // Days and slices are given once more as values, so that the planner reads only their partitions.
  private static final String STORED =
      "f.organization_id = $1 AND f.day = s.last_day AND f.slice_id = s.slice_id AND f.day = ANY"
          + " ($3::date[]) AND f.slice_id = ANY ($4::bigint[])";

  private static final String SAME_KEY =
      """
      (i.slice_id, i.campaign_id, i.ad_group_id, i.ad_id, i.segment_id, i.currency_code)
                 = (f.slice_id, f.campaign_id, f.ad_group_id, f.ad_id, f.segment_id, f.currency_code)
      """;

  private static final String CLOSE =
      """
      WITH incoming AS MATERIALIZED (
      %s),
      scope AS MATERIALIZED (
        SELECT p.slice_no, c.campaign_id
          FROM staged_scope p
          JOIN staged_slice s USING (slice_no)
          JOIN campaign c ON c.organization_id = $1 AND c.ad_account_id = s.ad_account_id AND c.external_id = p.campaign),
      gone AS (
        DELETE FROM fact f USING staged_slice s
         WHERE s.verdict = 'CHANGED' AND %s
           AND (NOT s.is_partial OR (s.slice_no, f.campaign_id) IN (SELECT slice_no, campaign_id FROM scope))
           AND NOT EXISTS (
             SELECT FROM incoming i
              WHERE %s AND NOT (%s))
        RETURNING f.*)
      INSERT INTO fact_history (%s, valid_from, valid_to)
      SELECT %s, g.valid_from, $2 FROM gone g
      """
          .formatted(
              IncomingRows.select(Verdict.CHANGED),
              STORED,
              SAME_KEY,
              MetricColumns.differ("i", "f"),
              IncomingRows.FACT_COLUMNS,
              IncomingRows.FACT_COLUMNS);

  private static final String OPEN =
      """
      WITH kept AS MATERIALIZED (
        SELECT f.slice_id, f.campaign_id, f.ad_group_id, f.ad_id, f.segment_id, f.currency_code
          FROM staged_slice s
          JOIN fact f ON %s
         WHERE s.verdict = 'CHANGED')
      INSERT INTO fact (%s, valid_from)
      SELECT i.*, $2 FROM (%s) i
       WHERE NOT EXISTS (SELECT FROM kept f WHERE %s)
      """
          .formatted(
              STORED, IncomingRows.FACT_COLUMNS, IncomingRows.select(Verdict.CHANGED), SAME_KEY);

  private ChangedFacts() {}

  /** Number of facts that were closed and opened. */
  static Mono<Long> replace(
      Session session, OrganizationId organization, long version, Touched touched) {
    List<?> parameters = List.of(organization.value(), version, touched.days(), touched.slices());
    return session
        .update(CLOSE, parameters)
        .zipWhen(closed -> session.update(OPEN, parameters), Long::sum);
  }
}
