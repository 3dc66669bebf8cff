package io.outlay.domain.performance.postgres;

/** Columns of groups over summed facts {@code b}, to which labels {@code l} are joined. */
final class GroupColumns {

  private GroupColumns() {}

  /** A key column's expression. */
  static String expression(String key) {
    return switch (key) {
      case "label_key" -> "l.key";
      case "label" -> "l.value";
      default -> "b." + key;
    };
  }

  /** A key column's expression with its name. */
  static String selected(String key) {
    return expression(key) + " AS " + key;
  }

  /** The join to labels; empty where nothing is grouped by them. */
  static String labels(Plan plan, Parameters parameters, String organization) {
    if (!plan.keys().splitByLabel()) {
      return "";
    }
    String named = plan.namedLabel();
    return " LEFT JOIN "
        + KnownLabels.known(plan.basis(), parameters)
        + " l ON l.organization_id = "
        + organization
        + " AND l.campaign_id = b.labelled"
        + (named == null ? "" : " AND l.key = " + parameters.bind(named));
  }
}
