package io.outlay.domain.performance.postgres;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.LabelFilter;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.performance.PerformanceQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which facts {@code f} count: the organization's, within scope, range and filter. */
final class Conditions {

  private final Plan plan;
  private final PerformanceQuery query;
  private final Basis basis;
  private final Parameters parameters;
  private final String organization;
  private final List<String> conditions = new ArrayList<>();

  Conditions(Plan plan, Parameters parameters, String organization) {
    this.plan = plan;
    this.query = plan.query();
    this.basis = plan.basis();
    this.parameters = parameters;
    this.organization = organization;
  }

  /** Whether the filter asks for what only campaigns have. */
  static boolean concernCampaigns(PerformanceFilter filter) {
    LabelFilter label = filter.label();
    return !filter.campaignIds().isEmpty()
        || !filter.statuses().isEmpty()
        || filter.nameContains() != null
        || (label != null && !label.values().isEmpty());
  }

  /** All conditions, joined. */
  String sql(DateRange range) {
    conditions.add("f.organization_id = " + organization);
    days(range, query.granularity());
    conditions.add("f.measurer = " + parameters.bind(query.measuredBy().name()));
    PerformanceFilter filter = query.filter();
    ids("f.ad_account_id", basis.accountsWithin(query.scope(), filter));
    ids("f.campaign_id", filter.campaignIds().isEmpty() ? null : filter.campaignIds());
    texts("f.currency_code", filter.currencyCodes());
    texts("g.country", filter.countries());
    campaigns(filter);
    label(filter.label());
    return String.join("\n   AND ", conditions);
  }

  /** A figure of a longer period counts when neither range nor granularity cuts that period. */
  private void days(DateRange range, @Nullable Granularity granularity) {
    String from = parameters.bind(range.from());
    String to = parameters.bind(range.to());
    conditions.add("f.day BETWEEN " + from + " AND " + to);
    conditions.add(CountedViews.sql(plan, parameters, organization, from, to));
    conditions.add("f.first_day >= " + from);
    if (granularity != null) {
      conditions.add("f.first_day >= " + KeyColumns.periodStart(granularity));
    }
  }

  private void ids(String column, @Nullable Collection<Long> ids) {
    if (ids != null) {
      conditions.add(column + " = ANY(" + parameters.bindIds(ids) + ")");
    }
  }

  private void texts(String column, Collection<String> texts) {
    if (!texts.isEmpty()) {
      conditions.add(column + " = ANY(" + parameters.bindTexts(texts) + ")");
    }
  }

  private void campaigns(PerformanceFilter filter) {
    String nameContains = filter.nameContains();
    if (filter.statuses().isEmpty() && nameContains == null) {
      return;
    }
    List<String> wanted = new ArrayList<>();
    wanted.add("c.organization_id = " + organization);
    if (!filter.statuses().isEmpty()) {
      wanted.add(known("status") + " = ANY(" + parameters.bindTexts(filter.statuses()) + ")");
    }
    if (nameContains != null) {
      String part = parameters.bind(nameContains);
      wanted.add("strpos(lower(" + known("name") + "), lower(" + part + ")) > 0");
    }
    conditions.add(
        "f.campaign_id IN (SELECT c.campaign_id FROM campaign c WHERE "
            + String.join(" AND ", wanted)
            + ")");
  }

  /** A campaign's column as known in the basis's version. */
  private String known(String column) {
    if (basis.isCurrent()) {
      return "c." + column;
    }
    return "(SELECT h."
        + column
        + " FROM campaign_history h WHERE h.organization_id = c.organization_id"
        + " AND h.campaign_id = c.campaign_id AND h.valid_from <= "
        + parameters.bind(basis.version().number())
        + " ORDER BY h.valid_from DESC LIMIT 1)";
  }

  private void label(@Nullable LabelFilter label) {
    if (label != null && !label.values().isEmpty()) {
      conditions.add(
          "f.campaign_id IN (SELECT l.campaign_id FROM "
              + KnownLabels.known(basis, parameters)
              + " l WHERE l.organization_id = "
              + organization
              + " AND l.key = "
              + parameters.bind(label.key())
              + " AND l.value = ANY("
              + parameters.bindTexts(label.values())
              + "))");
    }
  }
}
