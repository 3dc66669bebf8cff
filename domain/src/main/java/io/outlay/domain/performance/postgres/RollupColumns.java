package io.outlay.domain.performance.postgres;

/** The columns of the rollup tables. */
final class RollupColumns {

  static final String CAMPAIGN_DAY =
      "organization_id, campaign_id, day, slice_id, currency_code, reported, ad_account_id,"
          + " first_day, measurer, view, "
          + MetricColumns.bare();

  static final String ACCOUNT_DAY =
      "organization_id, day, ad_account_id, slice_id, currency_code, reported, first_day, measurer,"
          + " view, "
          + MetricColumns.bare();

  private RollupColumns() {}
}
