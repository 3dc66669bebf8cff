package io.outlay.domain.performance.postgres;

import io.outlay.domain.performance.PerformancePage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A whole report as one statement: its rows' page, the totals of all rows, their number and the
 * data version it was answered from.
 *
 * <p>Rows of the answer, by {@code kind}: {@link #HEADER} totals and number of groups (one for each
 * report), {@link #ROW} a row, {@link #VERSION} the version alone, {@link #TOTALS} totals where
 * those of the header would count campaigns with several labels more than once.
 */
final class ReportStatement {

  static final int HEADER = 0;
  static final int ROW = 1;
  static final int VERSION = 2;
  static final int TOTALS = 3;

  /** Columns before those of keys, behind which all sums are one column. */
  static final int KEYS = 4;

  private static final String NO_SUMS = "NULL::text";

  private final Plan plan;
  private final Parameters parameters = new Parameters();
  private final String organization;
  private final List<String> keys;

  private ReportStatement(Plan plan) {
    this.plan = plan;
    this.organization = parameters.bind(plan.query().organization().value());
    this.keys = plan.keys().names();
  }

  static Statement of(Plan plan) {
    ReportStatement composed = new ReportStatement(plan);
    String sql = composed.sql();
    return new Statement(sql, composed.parameters.values());
  }

  private String sql() {
    List<String> answer = new ArrayList<>();
    String facts = new FactGroups(plan, parameters, organization).sql();
    String groups =
        plan.converts() || plan.keys().splitByLabel()
            ? "facts AS (\n" + facts + "),\n" + converted() + ",\ngroups AS (" + regrouped() + ")"
            : "groups AS (\n" + facts + ")";
    answer.add(header());
    if (plan.keys().splitByLabel() && plan.query().selection().totals()) {
      answer.add(totals());
    }
    if (plan.query().selection().rows()) {
      answer.add(rows());
    }
    if (plan.split() != null) {
      answer.add(select(VERSION, "0", plan.keys().nulls(), NO_SUMS, ""));
    }
    return "WITH " + groups + "\n" + String.join("\nUNION ALL\n", answer);
  }

  /**
   * Rates of the days and currencies that facts have, each computed once. Sums are joined to these
   * few instead of to the table, whose size the planner would misjudge.
   */
  private String rates() {
    return """
    rates AS MATERIALIZED (
    SELECT x.currency_code, x.day, conversion_rate(x.own, x.target) AS rate
      FROM (SELECT n.currency_code, n.day, n.per_euro AS own,
                   (SELECT t.per_euro FROM %s t WHERE t.currency_code = %s AND t.day = n.day) AS target
              FROM %s n
             WHERE n.day BETWEEN %s AND %s
               AND n.currency_code IN (SELECT DISTINCT cur FROM facts WHERE rate_day IS NOT NULL) OFFSET 0) x),
    """
        .formatted(
            Rates.known(plan.basis(), parameters),
            parameters.bind(plan.currencyCode()),
            Rates.known(plan.basis(), parameters),
            parameters.bind(plan.range().from()),
            parameters.bind(plan.range().to()));
  }

  /** Each row with the rate its amounts are multiplied with; 'NaN' where there is none. */
  private String converted() {
    if (!plan.converts()) {
      return "converted AS (SELECT b.* FROM facts b)";
    }
    return rates()
        + """
        converted AS (
        SELECT b.*, CASE WHEN b.rate_day IS NULL THEN 1 ELSE coalesce(r.rate, 'NaN'::numeric) END AS rate
          FROM facts b LEFT JOIN rates r ON r.currency_code = b.cur AND r.day = b.rate_day OFFSET 0)\
        """;
  }

  private String regrouped() {
    return "SELECT "
        + join(keys.stream().map(GroupColumns::selected), plan.parts().sumsOfSums())
        + " FROM converted b"
        + GroupColumns.labels(plan, parameters, organization)
        + groupBy();
  }

  private String groupBy() {
    return keys.isEmpty()
        ? " HAVING count(*) > 0"
        : " GROUP BY "
            + keys.stream().map(GroupColumns::expression).collect(Collectors.joining(", "));
  }

  private String header() {
    boolean totals = plan.query().selection().totals() && !plan.keys().splitByLabel();
    return select(
        HEADER,
        "count(*)",
        splitOrNulls(),
        totals ? plan.parts().asText(name -> "sum(q." + name + ")") : NO_SUMS,
        " FROM groups q" + groupBySplit());
  }

  private String totals() {
    return select(
        TOTALS,
        "0",
        splitOrNulls(),
        plan.parts().sumsOfSumsAsText(),
        " FROM converted b" + groupBySplit());
  }

  private String rows() {
    PerformancePage page = plan.query().page();
    String ranked =
        "SELECT q.*, row_number() OVER ("
            + (plan.splitColumn() == null ? "" : "PARTITION BY q." + plan.splitColumn() + " ")
            + "ORDER BY "
            + RowOrder.of(plan, parameters, organization)
            + ") AS position FROM groups q"
            + WantedGroups.join(plan.wanted(), keys, parameters);
    String limits =
        plan.wanted() != null
            ? ""
            : " WHERE q.position > "
                + parameters.bind(page.offset())
                + " AND q.position <= "
                + parameters.bind(page.offset() + page.first());
    return select(
        ROW,
        "q.position",
        keys.stream().map(key -> "q." + key).toList(),
        plan.parts().asText(name -> "q." + name),
        " FROM (" + ranked + ") q" + limits);
  }

  private String select(int kind, String number, List<String> keyValues, String sums, String from) {
    String version =
        kind == ROW
            ? "NULL::bigint"
            : "(SELECT data_version FROM organization WHERE organization_id = "
                + organization
                + ")";
    return "SELECT "
        + kind
        + " AS kind, "
        + version
        + " AS version, "
        + number
        + " AS number, "
        + (kind == HEADER && plan.trustsCurrency() ? "bool_or(q.unconverted)" : "NULL::boolean")
        + " AS unconverted"
        + named(keyValues).map(column -> ", " + column).collect(Collectors.joining())
        + ", "
        + sums
        + " AS sums"
        + from;
  }

  private Stream<String> named(List<String> keyValues) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      columns.add(keyValues.get(i) + " AS " + keys.get(i));
    }
    return columns.stream();
  }

  /** Values of the key columns where only the split is told. */
  private List<String> splitOrNulls() {
    List<String> values = new ArrayList<>(plan.keys().nulls());
    String split = plan.splitColumn();
    if (split != null) {
      values.set(keys.indexOf(split), split);
    }
    return values;
  }

  private String groupBySplit() {
    return plan.splitColumn() == null ? "" : " GROUP BY " + plan.splitColumn();
  }

  private static String join(Stream<String> first, Stream<String> second) {
    return Stream.concat(first, second).collect(Collectors.joining(", "));
  }
}
