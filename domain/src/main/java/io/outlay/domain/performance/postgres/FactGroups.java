package io.outlay.domain.performance.postgres;

import io.outlay.domain.assumption.AssumedDays;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The innermost part of a report: facts summed by group and, where amounts are asked for, by native
 * currency and day of the rate. Facts already in the answer's currency need no rate and so no day:
 * they collapse into one row per group.
 */
final class FactGroups {

  private final Plan plan;
  private final Parameters parameters;
  private final String organization;

  FactGroups(Plan plan, Parameters parameters, String organization) {
    this.plan = plan;
    this.parameters = parameters;
    this.organization = organization;
  }

  /**
   * Columns: the keys, {@code cur} and {@code rate_day} where money is converted, the sums, {@code
   * unconverted} where all money is taken to be in the answer's currency.
   */
  String sql() {
    List<String> groups = new ArrayList<>(plan.keys().ofFacts());
    if (plan.converts()) {
      groups.add("f.currency_code AS cur");
      groups.add(
          "CASE WHEN f.currency_code = "
              + parameters.bind(plan.currencyCode())
              + " THEN NULL ELSE f.day END AS rate_day");
    }
    boolean assumed = !plan.assumptions().days().isEmpty();
    Stream<String> sums = plan.parts().sumsOfFacts();
    return "SELECT "
        + columns(groups, plan.trustsCurrency() ? Stream.concat(sums, unconverted()) : sums)
        + "\n  FROM "
        + from(assumed)
        + where()
        + groupBy(groups.size());
  }

  /** The conditions on facts {@code f}. */
  String where() {
    return "\n WHERE " + new Conditions(plan, parameters, organization).sql(plan.range());
  }

  /** The facts {@code f} with what groups and conditions need beside them. */
  String from(boolean assumed) {
    StringBuilder from = new StringBuilder(plan.table().from(plan.basis(), parameters));
    if (plan.keys().needAccount()) {
      from.append(
          "\n  JOIN ad_account a ON a.organization_id = f.organization_id"
              + " AND a.ad_account_id = f.ad_account_id");
    }
    if (plan.keys().needSegment() || !plan.query().filter().countries().isEmpty()) {
      from.append(
          "\n  LEFT JOIN segment g ON g.organization_id = f.organization_id"
              + " AND g.segment_id = f.segment_id");
    }
    if (assumed) {
      from.append(assumedDays());
    }
    return from.toString();
  }

  private String assumedDays() {
    List<AssumedDays> days = plan.assumptions().days();
    return "\n  LEFT JOIN unnest("
        + parameters.bind(days.stream().map(AssumedDays::adAccountId).toArray(Long[]::new))
        + "::bigint[], "
        + texts(days, AssumedDays::firstDay)
        + "::date[], "
        + texts(days, AssumedDays::lastDay)
        + "::date[], "
        + texts(days, stretch -> stretch.costFactor().toPlainString())
        + "::numeric[], "
        + texts(days, stretch -> stretch.keptShare().toPlainString())
        + "::numeric[]) AS s(ad_account_id, first_day, last_day, cost_factor, kept_share)"
        + " ON s.ad_account_id = f.ad_account_id AND f.day BETWEEN s.first_day AND s.last_day";
  }

  private String texts(List<AssumedDays> days, Function<AssumedDays, Object> value) {
    return parameters.bind(
            days.stream().map(stretch -> value.apply(stretch).toString()).toArray(String[]::new))
        + "::text[]";
  }

  /** Whether any fact of the group has an amount in another currency than the answer's. */
  private Stream<String> unconverted() {
    String currency = parameters.bind(plan.currencyCode());
    return Stream.of("bool_or(f.currency_code <> " + currency + ") AS unconverted");
  }

  private static String columns(List<String> groups, Stream<String> sums) {
    return Stream.concat(groups.stream(), sums).collect(Collectors.joining(", "));
  }

  static String groupBy(int groups) {
    return groups == 0
        ? "\nHAVING count(*) > 0"
        : IntStream.rangeClosed(1, groups)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", ", "\n GROUP BY ", ""));
  }
}
