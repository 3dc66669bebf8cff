package io.outlay.domain.performance.postgres;

/** Deliveries as a relation, as they were known in the basis's version. */
final class KnownSlices {

  private static final String COLUMNS =
      "organization_id, slice_id, ad_account_id, measurer, view, source, first_day, last_day,"
          + " level, row_count, fetched_at, dictionary_version, is_estimated, provisional_until,"
          + " conversion_goal, superseded_sequence";

  private KnownSlices() {}

  static String known(Basis basis, Parameters parameters) {
    if (basis.isCurrent()) {
      return "slice";
    }
    String version = parameters.bind(basis.version().number()) + "::bigint";
    return "(SELECT "
        + COLUMNS
        + " FROM slice WHERE changed_in <= "
        + version
        + " UNION ALL SELECT "
        + COLUMNS
        + " FROM slice_history WHERE changed_in <= "
        + version
        + " AND valid_to > "
        + version
        + ")";
  }
}
