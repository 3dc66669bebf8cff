package io.outlay.domain.performance.postgres;

import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.performance.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What was delivered for which days of the range, per report, account and conversion goal. */
final class CoverageStatement {

  private final Plan plan;
  private final Parameters parameters = new Parameters();

  private CoverageStatement(Plan plan) {
    this.plan = plan;
  }

  static Statement of(Plan plan, LocalDate today) {
    CoverageStatement composed = new CoverageStatement(plan);
    String sql = composed.sql(today);
    return new Statement(sql, composed.parameters.values());
  }

  private String sql(LocalDate today) {
    String organization = parameters.bind(plan.query().organization().value());
    String from = parameters.bind(plan.range().from());
    String to = parameters.bind(plan.range().to());
    String cut = cut(from, to);
    return """
    SELECT %s AS report, z.ad_account_id, z.conversion_goal,
           min(z.first_day) FILTER (WHERE NOT %s) AS first_day,
           max(z.last_day) FILTER (WHERE NOT %s) AS last_day,
           coalesce(sum(z.last_day - z.first_day + 1) FILTER (WHERE NOT %s), 0)::bigint AS days,
           bool_or(%s AND z.row_count > 0) AS is_cut,
           bool_or(z.is_estimated) AS is_estimated,
           coalesce(bool_or(z.provisional_until >= %s), false) AS is_provisional
      FROM %s z%s
     WHERE z.organization_id = %s AND z.ad_account_id = ANY(%s)
       AND z.last_day >= %s AND z.first_day <= %s
       AND z.measurer = %s AND z.view = '%s'
     GROUP BY 1, 2, 3\
    """
        .formatted(
            report(),
            cut,
            cut,
            cut,
            cut,
            parameters.bind(today),
            KnownSlices.known(plan.basis(), parameters),
            campaigns(),
            organization,
            parameters.bindIds(accounts()),
            from,
            to,
            parameters.bind(plan.query().measuredBy().name()),
            View.DELIVERY);
  }

  private String report() {
    if (plan.split() == null) {
      return Figures.ONLY + "::bigint";
    }
    return plan.split() == Dimension.CAMPAIGN ? "c.campaign_id" : "z.ad_account_id";
  }

  /** Where campaigns are named, only their accounts count. */
  private String campaigns() {
    Collection<Long> named = plan.query().filter().campaignIds();
    if (named.isEmpty()) {
      return "";
    }
    String columns =
        plan.split() == Dimension.CAMPAIGN
            ? "campaign_id, ad_account_id"
            : "DISTINCT ad_account_id";
    return " JOIN (SELECT "
        + columns
        + " FROM campaign WHERE organization_id = $1 AND campaign_id = ANY("
        + parameters.bindIds(named)
        + ")) c ON c.ad_account_id = z.ad_account_id";
  }

  private List<Long> accounts() {
    PerformanceFilter filter = plan.query().filter();
    List<Long> within = plan.basis().accountsWithin(plan.query().scope(), filter);
    return within == null ? List.copyOf(plan.basis().accounts().keySet()) : within;
  }

  /** Whether range or granularity cuts the slice's period. */
  private String cut(String from, String to) {
    List<String> cuts = new ArrayList<>();
    cuts.add("z.first_day < " + from);
    cuts.add("z.last_day > " + to);
    Granularity granularity = plan.query().granularity();
    if (granularity != null) {
      cuts.add(
          "z.first_day < " + KeyColumns.periodStart(granularity).replace("f.day", "z.last_day"));
    }
    return "(" + String.join(" OR ", cuts) + ")";
  }
}
