package io.outlay.ingestion.reconciliation;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Rows;
import io.outlay.domain.platform.PlatformAccess;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What Outlay has of one account, by month and campaign, from the table a reader would be led to.
 */
enum StoredSums {
  /** Account totals and campaign totals out of facts. */
  FACTS("fact", "fact"),
  /** The same out of rollups. */
  ROLLUPS("rollup_account_day", "rollup_campaign_day");

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String FIGURES =
      """
       coalesce(sum(f.impressions), 0)::bigint AS impressions, coalesce(sum(f.clicks), 0)::bigint AS clicks,
       coalesce(sum(f.spend_micros), 0)::bigint AS spend, coalesce(sum(f.conversions_micros), 0)::bigint AS conversions,
       coalesce(sum(f.conversion_value_micros), 0)::bigint AS value, coalesce(sum(f.installs_micros), 0)::bigint AS installs,
       (coalesce(sum(f.pre_registrations_micros), 0) + coalesce(sum(f.sign_ups_micros), 0))::bigint AS registrations,
       coalesce(sum(f.purchases_micros), 0)::bigint AS purchases
      """;
  private static final String WHERE =
      " WHERE f.organization_id = $1 AND f.ad_account_id = $2 AND f.day BETWEEN $3 AND $4"
          + " AND f.view = 'DELIVERY' AND f.measurer = 'PLATFORM' GROUP BY 1, 2";

  private final String accountTable;
  private final String campaignTable;

  StoredSums(String accountTable, String campaignTable) {
    this.accountTable = accountTable;
    this.campaignTable = campaignTable;
  }

  Map<Entity, Sums> of(Database database, PlatformAccess access, LocalDate from, LocalDate to) {
    Map<Entity, Sums> sums = new TreeMap<>();
    for (String sql : List.of(accounts(), campaigns())) {
      sums.putAll(
          Objects.requireNonNull(
              database
                  .inOrganization(access.account().organization())
                  .query(
                      sql,
                      List.of(
                          access.account().organization().value(), access.adAccountId(), from, to),
                      row -> Map.entry(entity(row), sums(row)))
                  .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                  .block(PATIENCE)));
    }
    sums.values().removeIf(Sums.NONE::equals);
    return sums;
  }

  private String accounts() {
    return "SELECT date_trunc('month', f.day)::date AS month, '0' AS external_id, "
        + FIGURES
        + " FROM "
        + accountTable
        + " f"
        + WHERE;
  }

  private String campaigns() {
    return "SELECT date_trunc('month', f.day)::date AS month, c.external_id, "
        + FIGURES
        + " FROM "
        + campaignTable
        + " f JOIN campaign c USING (organization_id, campaign_id)"
        + WHERE.replace("f.ad_account_id", "c.ad_account_id");
  }

  private static Entity entity(Readable row) {
    return new Entity(
        YearMonth.from(Rows.get(row, "month", LocalDate.class)),
        Long.parseLong(Rows.get(row, "external_id", String.class)));
  }

  private static Sums sums(Readable row) {
    return new Sums(
        number(row, "impressions"),
        number(row, "clicks"),
        number(row, "spend"),
        number(row, "conversions"),
        number(row, "value"),
        number(row, "installs"),
        number(row, "registrations"),
        number(row, "purchases"));
  }

  private static long number(Readable row, String column) {
    return Rows.get(row, column, Long.class);
  }
}
