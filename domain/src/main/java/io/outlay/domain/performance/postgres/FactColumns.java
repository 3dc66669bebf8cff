package io.outlay.domain.performance.postgres;

import io.outlay.domain.metric.BaseMetric;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Columns that facts and their history share. */
final class FactColumns {

  /** All of them, for both sides of a union. */
  static final String ALL =
      "organization_id, day, slice_id, campaign_id, ad_group_id, ad_id, segment_id, currency_code,"
          + " first_day, ad_account_id, measurer, view, "
          + Arrays.stream(BaseMetric.values())
              .map(BaseMetric::column)
              .collect(Collectors.joining(", "));

  private FactColumns() {}
}
