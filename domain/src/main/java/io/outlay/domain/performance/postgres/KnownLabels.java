package io.outlay.domain.performance.postgres;

/** Labels of campaigns as a relation, as they were known in the basis's version. */
final class KnownLabels {

  private static final String COLUMNS = "organization_id, campaign_id, key, value";

  private KnownLabels() {}

  static String known(Basis basis, Parameters parameters) {
    if (basis.isCurrent()) {
      return "campaign_label";
    }
    String version = parameters.bind(basis.version().number()) + "::bigint";
    return "(SELECT "
        + COLUMNS
        + " FROM campaign_label WHERE valid_from <= "
        + version
        + " UNION ALL SELECT "
        + COLUMNS
        + " FROM campaign_label_history WHERE valid_from <= "
        + version
        + " AND valid_to > "
        + version
        + ")";
  }
}
