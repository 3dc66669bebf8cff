package io.outlay.domain.performance.postgres;

/** Exchange rates as a relation, as they were known in the basis's version. */
final class Rates {

  private Rates() {}

  static String known(Basis basis, Parameters parameters) {
    String owner = parameters.bind(basis.rateOwner());
    String table = parameters.bind(basis.rateTable());
    String of = " WHERE organization_id = " + owner + " AND table_name = " + table;
    String current = "SELECT currency_code, day, per_euro FROM exchange_rate" + of;
    if (basis.isCurrent()) {
      return "(" + current + ")";
    }
    String then = parameters.bind(basis.version().committedAt());
    return "("
        + current
        + " AND recorded_at <= "
        + then
        + " UNION ALL SELECT currency_code, day, per_euro FROM exchange_rate_history"
        + of
        + " AND recorded_at <= "
        + then
        + " AND replaced_at > "
        + then
        + ")";
  }
}
