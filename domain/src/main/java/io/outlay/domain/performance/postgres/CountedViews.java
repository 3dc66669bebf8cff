package io.outlay.domain.performance.postgres;

import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.View;
import org.jspecify.annotations.Nullable;

/** Which view of an account's day counts: the breakdown where it was delivered, else delivery. */
final class CountedViews {

  private CountedViews() {}

  /** The condition on facts {@code f}. */
  static String sql(Plan plan, Parameters parameters, String organization, String from, String to) {
    String delivery = "f.view = '" + View.DELIVERY + "'";
    if (!plan.usesBreakdown()) {
      return delivery;
    }
    View view = plan.breakdown().orElseThrow().view();
    String delivered =
        "SELECT %%s FROM %s v WHERE v.organization_id = %s AND v.measurer = %s AND v.view = '%s'"
                .formatted(
                    KnownSlices.known(plan.basis(), parameters),
                    organization,
                    parameters.bind(plan.query().measuredBy().name()),
                    view)
            + " AND v.superseded_sequence IS NULL AND v.level = ANY("
            + parameters.bindTexts(Breakdown.levels(plan.query(), plan.keys().dimensions()))
            + ") AND v.first_day >= "
            + from
            + " AND v.last_day <= "
            + to
            + uncut(plan.query().granularity());
    return "(f.view = '"
        + view
        + "' AND f.slice_id IN ("
        + delivered.formatted("v.slice_id")
        + ") OR "
        + delivery
        + " AND NOT EXISTS ("
        + delivered.formatted("")
        + " AND v.ad_account_id = f.ad_account_id AND v.first_day <= f.day AND v.last_day >="
        + " f.first_day))";
  }

  private static String uncut(@Nullable Granularity granularity) {
    return granularity == null
        ? ""
        : " AND v.first_day >= "
            + KeyColumns.periodStart(granularity).replace("f.day", "v.last_day");
  }
}
