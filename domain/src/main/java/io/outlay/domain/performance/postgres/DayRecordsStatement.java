package io.outlay.domain.performance.postgres;

import io.outlay.domain.performance.Concern;
import io.outlay.domain.performance.View;
import java.util.Collection;
import java.util.List;

/** Which days of the range were delivered of each account, and how they were settled. */
final class DayRecordsStatement {

  private final Plan plan;
  private final Parameters parameters = new Parameters();

  private DayRecordsStatement(Plan plan) {
    this.plan = plan;
  }

  static Statement of(Plan plan) {
    DayRecordsStatement composed = new DayRecordsStatement(plan);
    String sql = composed.sql();
    return new Statement(sql, composed.parameters.values());
  }

  private String sql() {
    String organization = parameters.bind(plan.query().organization().value());
    String from = parameters.bind(plan.range().from());
    String to = parameters.bind(plan.range().to());
    return """
    SELECT a.ad_account_id, d.source, d.complete_until, d.days, c.campaigns,
           coalesce((SELECT p.totals::text FROM period_fetch p
                      WHERE p.organization_id = $1 AND p.ad_account_id = a.ad_account_id AND p.view = '%1$s' AND p.row_count > 0
                      ORDER BY p.last_day DESC LIMIT 1), '{}') AS totals,
           %5$s AS differing
      FROM ad_account a
     CROSS JOIN LATERAL (%6$s) c
      LEFT JOIN LATERAL (
           SELECT z.source, range_agg(daterange(z.first_day, z.last_day, '[]'))::text AS days,
                  max(z.last_day) FILTER (WHERE z.source <> 'api' OR saw_whole_day(z.last_day, z.fetched_at, a.time_zone)) AS complete_until
             FROM %7$s z
            WHERE z.organization_id = $1 AND z.ad_account_id = a.ad_account_id AND z.last_day >= %2$s AND z.first_day <= %3$s
              AND z.measurer = %4$s AND z.view = '%1$s' AND z.superseded_sequence IS NULL
            GROUP BY 1) d ON true
     WHERE a.organization_id = %8$s AND a.ad_account_id = ANY(%9$s) AND c.campaigns IS NOT NULL\
    """
        .formatted(
            View.DELIVERY,
            from,
            to,
            parameters.bind(plan.query().measuredBy().name()),
            differing(from, to),
            campaigns(),
            KnownSlices.known(plan.basis(), parameters),
            organization,
            parameters.bindIds(accounts()));
  }

  /** Comparisons are kept as of today only. */
  private String differing(String from, String to) {
    return plan.basis().isCurrent()
        ? """
        (SELECT coalesce(json_agg(json_build_object('day', r.day, 'platform', r.platform, 'stored', r.stored,
                   'differing', r.differing) ORDER BY r.day), '[]')::text
           FROM (SELECT * FROM reconciliation r
                  WHERE r.organization_id = $1 AND r.ad_account_id = a.ad_account_id AND r.day BETWEEN %s AND %s
                    AND cardinality(r.differing) > 0 ORDER BY r.day DESC LIMIT %d) r)\
        """
            .formatted(from, to, Concern.MOST_STRETCHES)
        : "'[]'";
  }

  /** Where campaigns are named, only their accounts count. */
  private String campaigns() {
    Collection<Long> named = plan.query().filter().campaignIds();
    return named.isEmpty()
        ? "SELECT ARRAY[]::bigint[] AS campaigns"
        : "SELECT array_agg(n.campaign_id) AS campaigns FROM campaign n WHERE n.organization_id ="
            + " $1 AND n.ad_account_id = a.ad_account_id AND n.campaign_id = ANY("
            + parameters.bindIds(named)
            + ")";
  }

  private List<Long> accounts() {
    List<Long> within = plan.basis().accountsWithin(plan.query().scope(), plan.query().filter());
    return within == null ? List.copyOf(plan.basis().accounts().keySet()) : within;
  }
}
