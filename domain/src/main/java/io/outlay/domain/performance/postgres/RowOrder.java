package io.outlay.domain.performance.postgres;

import io.outlay.domain.metric.Formula;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.metric.Part;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.PerformanceOrder;
import java.util.ArrayList;
import java.util.List;

/** A report's order as SQL over its groups {@code q}: total, since it ends with all keys. */
final class RowOrder {

  private RowOrder() {}

  static String of(Plan plan, Parameters parameters, String organization) {
    List<String> terms = new ArrayList<>();
    PerformanceOrder order = plan.query().orderBy();
    if (order != null) {
      terms.add(
          first(order, plan, parameters, organization) + (order.descending() ? " DESC" : " ASC"));
    }
    plan.keys().names().forEach(name -> terms.add(text(name, "q." + name) + " ASC"));
    return terms.isEmpty() ? "1" : String.join(" NULLS LAST, ", terms) + " NULLS LAST";
  }

  private static String first(
      PerformanceOrder order, Plan plan, Parameters parameters, String organization) {
    return switch (order) {
      case PerformanceOrder.ByMetric(Metric metric, boolean _) -> number(metric, plan.parts());
      case PerformanceOrder.ByDimension(Dimension dimension, boolean _) ->
          shown(dimension, plan.basis(), parameters, organization);
      case PerformanceOrder.ByPeriod(boolean _) -> "q.period";
    };
  }

  /** A metric's rank; a sum without an exchange rate is "not a number" and ranks as null. */
  private static String number(Metric metric, PartColumns parts) {
    String number =
        switch (metric.formula()) {
          case Formula.Sum(Part part) -> "q." + parts.name(part);
          case Formula.Ratio(Part numerator, Part denominator, int _) ->
              quotient(parts.name(numerator), parts.name(denominator));
          case Formula.Profit(Part value, Part cost) ->
              quotient(parts.name(value), parts.name(cost));
        };
    return "nullif(" + number + ", 'NaN'::numeric)";
  }

  private static String quotient(String over, String under) {
    return "q." + over + "::numeric / nullif(greatest(q." + under + ", 0), 0)";
  }

  private static String shown(
      Dimension dimension, Basis basis, Parameters parameters, String organization) {
    String name = KeyColumns.name(dimension);
    String then = basis.isCurrent() ? "" : parameters.bind(basis.version().number()) + "::bigint";
    return switch (dimension) {
      case CHANNEL -> lookup("channel", "n.key", name, organization);
      case AD_ACCOUNT -> lookup("ad_account", named("AD_ACCOUNT", name, then), name, organization);
      case CAMPAIGN ->
          lookup(
              "campaign",
              then.isEmpty()
                  ? "n.name"
                  : "campaign_name_then(n.organization_id, n.campaign_id, " + then + ", n.name)",
              name,
              organization);
      case AD_GROUP -> lookup("ad_group", named("AD_GROUP", name, then), name, organization);
      case AD -> lookup("ad", named("AD", name, then), name, organization);
      case CURRENCY, COUNTRY, AGE_RANGE, GENDER, DEVICE, LABEL -> text(name, "q." + name);
    };
  }

  /** The name as it was known; as it is where {@code then} is empty. */
  private static String named(String kind, String key, String then) {
    return then.isEmpty()
        ? "n.name"
        : "name_then(n.organization_id, '%s', n.%s, %s, n.name)".formatted(kind, key, then);
  }

  private static String lookup(String table, String shown, String key, String organization) {
    return "(SELECT %s FROM %s n WHERE n.organization_id = %s AND n.%s = q.%s) COLLATE \"C\""
        .formatted(shown, table, organization, key, key);
  }

  private static String text(String name, String expression) {
    return KeyColumns.type(name).equals("text") ? expression + " COLLATE \"C\"" : expression;
  }
}
