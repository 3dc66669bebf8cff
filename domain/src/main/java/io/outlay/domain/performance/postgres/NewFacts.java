package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The short way of slices under new keys: nothing to compare with, so rows go straight into facts
 * and their sums, which were made while the rows were staged, into rollups.
 */
final class NewFacts {

  private static final String FACTS =
      "INSERT INTO fact (%s, valid_from)\nSELECT i.*, $2 FROM (%s) i"
          .formatted(IncomingRows.FACT_COLUMNS, IncomingRows.select(Verdict.NEW));

  private static final String ROLLUPS =
      """
      WITH by_campaign AS (
        INSERT INTO rollup_campaign_day AS c (%1$s)
        SELECT $1, e.campaign_id, s.last_day, s.slice_id, m.currency_code, m.reported, s.ad_account_id, s.first_day, s.measurer, s.view, %2$s
          FROM staged_sum m
          JOIN staged_slice s ON s.slice_no = m.slice_no AND %5$s
          JOIN known_entity e ON e.entity_no = m.entity_no
        RETURNING c.*)
      INSERT INTO rollup_account_day (%3$s)
      SELECT $1, c.day, c.ad_account_id, c.slice_id, c.currency_code, c.reported, c.first_day, c.measurer, c.view, %4$s
        FROM by_campaign c
       GROUP BY c.slice_id, c.day, c.ad_account_id, c.currency_code, c.reported, c.first_day, c.measurer, c.view
      """
          .formatted(
              RollupColumns.CAMPAIGN_DAY,
              MetricColumns.of("m"),
              RollupColumns.ACCOUNT_DAY,
              MetricColumns.sums("c"),
              IncomingRows.has(Verdict.NEW));

  private NewFacts() {}

  /** Number of facts added. */
  static Mono<Long> add(Session session, OrganizationId organization, long version) {
    return session
        .update(FACTS, List.of(organization.value(), version))
        .flatMap(
            added ->
                added == 0
                    ? Mono.just(0L)
                    : session.update(ROLLUPS, List.of(organization.value())).thenReturn(added));
  }
}
