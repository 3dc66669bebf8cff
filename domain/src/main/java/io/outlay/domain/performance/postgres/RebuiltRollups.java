package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rollups of stored slices, counted anew from the slices' facts; no differences are added, so an
 * error of before cannot live on. Rows that come out equal are not touched.
 */
final class RebuiltRollups {

  private static final String CAMPAIGN_SUMS =
      """
      SELECT f.campaign_id, f.day, f.slice_id, f.currency_code, f.reported, f.ad_account_id, f.first_day, f.measurer, f.view, %s
        FROM (SELECT f.*, %s AS reported FROM fact f
               WHERE f.organization_id = $1 AND f.day = ANY ($2::date[]) AND f.slice_id = ANY ($3::bigint[])) f
       GROUP BY f.campaign_id, f.day, f.slice_id, f.currency_code, f.reported, f.ad_account_id, f.first_day, f.measurer, f.view
      """
          .formatted(MetricColumns.sums("f"), MetricColumns.reported("f"));

  private static final String CAMPAIGN_KEY =
      "(n.campaign_id, n.day, n.slice_id, n.currency_code, n.reported) = (c.campaign_id, c.day,"
          + " c.slice_id, c.currency_code, c.reported)";

  private static final String DELETE_CAMPAIGN_DAYS =
      """
      WITH now AS MATERIALIZED (
      %s)
      DELETE FROM rollup_campaign_day c
       WHERE c.organization_id = $1 AND c.slice_id = ANY ($3::bigint[])
         AND NOT EXISTS (SELECT FROM now n WHERE %s AND NOT (%s))
      """
          .formatted(CAMPAIGN_SUMS, CAMPAIGN_KEY, MetricColumns.differ("n", "c"));

  private static final String ADD_CAMPAIGN_DAYS =
      """
      WITH kept AS MATERIALIZED (
        SELECT * FROM rollup_campaign_day c WHERE c.organization_id = $1 AND c.slice_id = ANY ($3::bigint[]))
      INSERT INTO rollup_campaign_day (%s)
      SELECT $1, n.* FROM (
      %s) n
       WHERE NOT EXISTS (SELECT FROM kept c WHERE %s)
      """
          .formatted(RollupColumns.CAMPAIGN_DAY, CAMPAIGN_SUMS, CAMPAIGN_KEY);

  private static final String ACCOUNT_SUMS =
      """
      SELECT c.day, c.ad_account_id, c.slice_id, c.currency_code, c.reported, c.first_day, c.measurer, c.view, %s
        FROM rollup_campaign_day c
       WHERE c.organization_id = $1 AND c.slice_id = ANY ($3::bigint[])
       GROUP BY c.day, c.ad_account_id, c.slice_id, c.currency_code, c.reported, c.first_day, c.measurer, c.view
      """
          .formatted(MetricColumns.sums("c"));

  private static final String ACCOUNT_KEY =
      "(n.day, n.ad_account_id, n.slice_id, n.currency_code, n.reported) = (a.day, a.ad_account_id,"
          + " a.slice_id, a.currency_code, a.reported)";

  private static final String DELETE_ACCOUNT_DAYS =
      """
      WITH now AS MATERIALIZED (
      %s)
      DELETE FROM rollup_account_day a
       WHERE a.organization_id = $1 AND a.day = ANY ($2::date[]) AND a.slice_id = ANY ($3::bigint[])
         AND NOT EXISTS (SELECT FROM now n WHERE %s AND NOT (%s))
      """
          .formatted(ACCOUNT_SUMS, ACCOUNT_KEY, MetricColumns.differ("n", "a"));

  private static final String ADD_ACCOUNT_DAYS =
      """
      WITH kept AS MATERIALIZED (
        SELECT * FROM rollup_account_day a
         WHERE a.organization_id = $1 AND a.day = ANY ($2::date[]) AND a.slice_id = ANY ($3::bigint[]))
      INSERT INTO rollup_account_day (%s)
      SELECT $1, n.* FROM (
      %s) n
       WHERE NOT EXISTS (SELECT FROM kept a WHERE %s)
      """
          .formatted(RollupColumns.ACCOUNT_DAY, ACCOUNT_SUMS, ACCOUNT_KEY);

  private RebuiltRollups() {}

  static Mono<Void> rebuild(Session session, OrganizationId organization, Touched touched) {
    List<?> parameters = List.of(organization.value(), touched.days(), touched.slices());
    return Flux.just(DELETE_CAMPAIGN_DAYS, ADD_CAMPAIGN_DAYS, DELETE_ACCOUNT_DAYS, ADD_ACCOUNT_DAYS)
        .concatMap(sql -> session.update(sql, parameters))
        .then();
  }
}
