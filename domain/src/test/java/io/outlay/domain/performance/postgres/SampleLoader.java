package io.outlay.domain.performance.postgres;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.test.MigratedDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts a sample into the tables, rollups counted by a statement of its own. */
final class SampleLoader {

  private static final String METRICS =
      Arrays.stream(BaseMetric.values()).map(BaseMetric::column).collect(Collectors.joining(", "));

  private final Connection connection;
  private final long organization;

  private SampleLoader(Connection connection, OrganizationId organization) {
    this.connection = connection;
    this.organization = organization.value();
  }

  static void load(Sample sample, MigratedDatabase database, OrganizationId organization)
      throws SQLException {
    try (Connection connection = database.superuser()) {
      connection.setAutoCommit(false);
      new SampleLoader(connection, organization).load(sample);
      connection.commit();
    }
  }

  private void load(Sample sample) throws SQLException {
    run("SELECT next_data_version(%d, NULL, NULL, '{}')".formatted(organization));
    names(sample);
    slices(sample);
    facts(sample);
    rollups();
    rates(sample);
    assumptions(sample);
  }

  private void names(Sample sample) throws SQLException {
    for (int i = 0; i < Sample.CHANNELS.size(); i++) {
      insert("channel", "channel_id, key, name", i + 1L, Sample.CHANNELS.get(i), "n" + i);
    }
    for (Sample.Account account : sample.accounts()) {
      insert(
          "ad_account",
          "ad_account_id, channel_id, external_id, name, currency_code, time_zone, conversion_goal",
          account.id(),
          account.channelId(),
          "x" + account.id(),
          "Account " + account.id(),
          account.currency(),
          account.timeZone(),
          account.goal());
    }
    Set<List<Long>> campaigns = new LinkedHashSet<>();
    for (Sample.Row row : sample.rows()) {
      if (row.campaignId() != 0) {
        campaigns.add(List.of(row.campaignId(), row.account().id()));
      }
    }
    for (List<Long> campaign : campaigns) {
      insert(
          "campaign",
          "campaign_id, ad_account_id, external_id, name, status",
          campaign.get(0),
          campaign.get(1),
          "c" + campaign.get(0),
          (campaign.get(0) % 2 == 0 ? "Dragon " : "Puzzle ") + campaign.get(0),
          campaign.get(0) % 3 == 0 ? "PAUSED" : "ACTIVE");
      if (campaign.get(0) % 2 == 0) {
        insert(
            "campaign_label",
            "campaign_id, key, value, origin",
            campaign.get(0),
            "title",
            campaign.get(0) % 4 == 0 ? "Dragon Tale" : "Puzzle Quest",
            "SET");
      }
      insert(
          "campaign_label", "campaign_id, key, value, origin", campaign.get(0), "team", "a", "SET");
    }
    for (Sample.Segment segment : sample.segments()) {
      if (segment.id() != 0) {
        insert(
            "segment",
            "segment_id, country, gender",
            segment.id(),
            segment.country(),
            segment.gender());
      }
    }
  }

  private void slices(Sample sample) throws SQLException {
    Set<Sample.Slice> slices = new LinkedHashSet<>();
    sample.rows().forEach(row -> slices.add(row.slice()));
    Map<Long, String> goals =
        sample.accounts().stream()
            .collect(Collectors.toMap(Sample.Account::id, Sample.Account::goal));
    for (Sample.Slice slice : slices) {
      insert(
          "slice",
          "slice_id, ad_account_id, measurer, view, source, first_day, last_day, level, sequence,"
              + " content_hash, row_count, fetched_at, dictionary_version, is_estimated,"
              + " provisional_until, conversion_goal, changed_in",
          slice.id(),
          slice.accountId(),
          "PLATFORM",
          "DELIVERY",
          "api",
          slice.firstDay(),
          slice.lastDay(),
          "AD",
          slice.id(),
          new byte[] {1},
          8,
          java.time.OffsetDateTime.parse("2026-03-01T00:00:00Z"),
          1,
          slice.accountId() == 2,
          slice.accountId() == 3 ? LocalDate.of(2026, 3, 10) : null,
          String.valueOf(goals.get(slice.accountId())),
          1L);
    }
  }

  private void facts(Sample sample) throws SQLException {
    for (int month = 0; month < 4; month++) {
      run(
          "SELECT ensure_fact_partition('%s')"
              .formatted(Sample.FIRST_DAY.withDayOfMonth(1).plusMonths(month)));
    }
    String places = ", ?".repeat(12 + BaseMetric.values().length);
    String sql =
        "INSERT INTO fact (organization_id, day, slice_id, campaign_id, ad_group_id, ad_id,"
            + " segment_id, currency_code, first_day, ad_account_id, measurer, view, "
            + METRICS
            + ", valid_from) VALUES ("
            + places.substring(2)
            + ", 1)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Sample.Row row : sample.rows()) {
        List<Object> keys =
            List.of(
                organization,
                row.day(),
                row.slice().id(),
                row.campaignId(),
                row.adGroupId(),
                row.adId(),
                row.segment().id(),
                row.currency(),
                row.slice().firstDay(),
                row.account().id(),
                "PLATFORM",
                "DELIVERY");
        for (int i = 0; i < keys.size(); i++) {
          insert.setObject(i + 1, keys.get(i));
        }
        for (BaseMetric metric : BaseMetric.values()) {
          insert.setObject(
              keys.size() + metric.ordinal() + 1, row.metrics().get(metric), Types.BIGINT);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void rollups() throws SQLException {
    String reported =
        Arrays.stream(BaseMetric.values())
            .map(m -> "CASE WHEN %s IS NULL THEN 0 ELSE %d END".formatted(m.column(), m.bit()))
            .collect(Collectors.joining(" + "));
    String sums =
        Arrays.stream(BaseMetric.values())
            .map(metric -> "sum(" + metric.column() + ")")
            .collect(Collectors.joining(", "));
    for (String table : List.of("rollup_account_day", "rollup_campaign_day")) {
      String keys =
          "organization_id, day, ad_account_id, slice_id, currency_code, first_day, measurer, view"
              + (table.equals("rollup_campaign_day") ? ", campaign_id" : "");
      run(
          "INSERT INTO %s (%s, reported, %s) SELECT %s, %s, %s FROM fact WHERE organization_id = %d GROUP BY %s, %s"
              .formatted(table, keys, METRICS, keys, reported, sums, organization, keys, reported));
    }
    run("ANALYZE fact, rollup_account_day, rollup_campaign_day, slice");
  }

  private void rates(Sample sample) throws SQLException {
    String sql =
        "INSERT INTO exchange_rate VALUES (0, 'ECB', ?, ?, ?, ?, 'test', '2026-01-01') ON CONFLICT"
            + " DO NOTHING";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (var rate : sample.rates().entrySet()) {
        insert.setString(1, rate.getKey().currency());
        insert.setObject(2, rate.getKey().day());
        insert.setBigDecimal(3, rate.getValue());
        insert.setObject(4, rate.getKey().day());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void assumptions(Sample sample) throws SQLException {
    for (var assumption : sample.assumptions()) {
      insert(
          "assumption",
          "channel_id, ad_account_id, first_day, last_day, vat_contained, agency_fee, credit_share,"
              + " kept_share, valid_from",
          assumption.channelId(),
          assumption.adAccountId(),
          assumption.firstDay(),
          assumption.lastDay(),
          assumption.vatContained(),
          assumption.agencyFee(),
          assumption.creditShare(),
          assumption.keptShare(),
          1L);
    }
  }

  private void insert(
      String table, String columns, @org.jspecify.annotations.Nullable Object... values)
      throws SQLException {
    String places = ", ?".repeat(values.length);
    String sql =
        "INSERT INTO %s (organization_id, %s) VALUES (?%s)".formatted(table, columns, places);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, organization);
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 2, values[i]);
      }
      insert.executeUpdate();
    }
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
