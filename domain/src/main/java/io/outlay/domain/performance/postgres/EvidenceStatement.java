package io.outlay.domain.performance.postgres;

import io.outlay.domain.performance.GroupKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which sources the figures of a page's rows come from, and what is to be known about them. */
final class EvidenceStatement {

  /** Sources looked at for one row; more than are shown, so that notices see beyond. */
  private static final int MOST_SOURCES_READ = 200;

  private final Plan plan;
  private final Parameters parameters = new Parameters();
  private final String organization;

  private EvidenceStatement(Plan plan) {
    this.plan = plan;
    this.organization = parameters.bind(plan.query().organization().value());
  }

  static Statement of(Plan plan, List<Figures.Group> groups, LocalDate today) {
    EvidenceStatement composed = new EvidenceStatement(plan);
    String sql = composed.sql(groups.stream().map(Figures.Group::key).toList(), today);
    return new Statement(sql, composed.parameters.values());
  }

  private String sql(List<GroupKey> wanted, LocalDate today) {
    List<String> keys = plan.keys().names();
    return "WITH facts AS ("
        + slicesOfFacts(today)
        + "),\ngroups AS ("
        + slicesOfGroups(keys)
        + ")\nSELECT * FROM (SELECT q.*, row_number() OVER ("
        + partition(keys)
        + "ORDER BY q.source_account, q.source, q.conversion_goal) AS position FROM groups q"
        + WantedGroups.join(wanted, keys, parameters)
        + ") q WHERE q.position <= "
        + MOST_SOURCES_READ;
  }

  private String slicesOfFacts(LocalDate today) {
    List<String> columns = new ArrayList<>(plan.keys().ofFacts());
    columns.add("f.ad_account_id AS source_account");
    columns.add("z.source");
    columns.add("z.conversion_goal");
    int groups = columns.size();
    columns.add("max(z.fetched_at) AS fetched_at");
    columns.add("max(z.dictionary_version) AS dictionary_version");
    columns.add(
        "coalesce(bool_or(z.provisional_until >= "
            + parameters.bind(today)
            + "), false) AS is_provisional");
    columns.add("bool_or(z.is_estimated) AS is_estimated");
    columns.add("max(z.last_day) AS last_day");
    FactGroups facts = new FactGroups(plan, parameters, organization);
    return "SELECT "
        + String.join(", ", columns)
        + " FROM "
        + facts.from(false)
        + " JOIN "
        + KnownSlices.known(plan.basis(), parameters)
        + " z ON z.organization_id = f.organization_id AND z.slice_id = f.slice_id"
        + facts.where()
        + FactGroups.groupBy(groups);
  }

  private String slicesOfGroups(List<String> keys) {
    if (!plan.keys().splitByLabel()) {
      return "SELECT * FROM facts";
    }
    String columns =
        keys.stream().map(GroupColumns::selected).collect(Collectors.joining(", "))
            + ", b.source_account, b.source, b.conversion_goal";
    return "SELECT "
        + columns
        + ", max(b.fetched_at) AS fetched_at, max(b.dictionary_version) AS dictionary_version,"
        + " bool_or(b.is_provisional) AS is_provisional, bool_or(b.is_estimated) AS is_estimated,"
        + " max(b.last_day) AS last_day"
        + " FROM facts b"
        + GroupColumns.labels(plan, parameters, organization)
        + FactGroups.groupBy(keys.size() + 3);
  }

  private static String partition(List<String> keys) {
    return keys.isEmpty()
        ? ""
        : keys.stream()
            .map(key -> "q." + key)
            .collect(Collectors.joining(", ", "PARTITION BY ", " "));
  }
}
