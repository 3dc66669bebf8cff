package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Warehouse tables of several platforms in one organization, and one report over all of them. */
class SeedTablesIntegrationTests {

  private static final String SAMPLES = "ad-apis/samples/";

  /** A table without dates and with columns of its own. */
  private static final Map<String, Object> KAG =
      Map.of(
          "channel", "META",
          "account", Map.of("externalId", "kag"),
          "currencyCode", "USD",
          "range", Map.of("from", "2021-01-01", "to", "2021-03-31"),
          "mapping",
              List.of(
                  Map.of("column", "xyz_campaign_id", "field", "CAMPAIGN_ID"),
                  Map.of("column", "fb_campaign_id", "field", "AD_GROUP_ID"),
                  Map.of("column", "ad_id", "field", "AD_ID"),
                  Map.of("column", "age", "field", "AGE_RANGE"),
                  Map.of("column", "gender", "field", "GENDER"),
                  Map.of("column", "Impressions", "field", "IMPRESSIONS"),
                  Map.of("column", "Clicks", "field", "CLICKS"),
                  Map.of("column", "Spent", "field", "SPEND")));

  @Test
  void oneReportAddsUpSeveralPlatformsInOneCurrency() throws IOException {
    Path google = SharedFiles.find(SAMPLES + "google-ads/seed_campaign_stats_data.csv");
    Path groups = SharedFiles.find(SAMPLES + "google-ads/seed_ad_group_stats_data.csv");
    Path apple = SharedFiles.find(SAMPLES + "apple-search-ads/seed_campaign_report_data.csv");
    Path meta = SharedFiles.find(SAMPLES + "meta/seed_basic_ad_data.csv");
    Company company = Company.create("seeds");
    company.imports(Files.readString(google), Map.of("currencyCode", "USD"));
    company.imports(Files.readString(apple), Map.of("account", Map.of("externalId", "apple")));
    company.imports(Files.readString(meta), Map.of("currencyCode", "USD"));
    Path kag = SharedFiles.find(SAMPLES + "meta/KAG_conversion_data_dev.csv");
    company.imports(Files.readString(kag), KAG);
    BigDecimal spend =
        sum(google, "cost_micros")
            .movePointLeft(6)
            .add(sum(apple, "local_spend_amount"))
            .add(sum(meta, "spend"))
            .add(sum(kag, "Spent"));
    BigDecimal clicks =
        sum(google, "clicks")
            .add(sum(apple, "taps"))
            .add(sum(meta, "inline_link_clicks"))
            .add(sum(kag, "Clicks"));

    JsonNode totals = totals(company);

    assertThat(Figures.decimal(totals.at("/spend/amount"))).isEqualByComparingTo(spend);
    assertThat(totals.at("/clicks").asLong()).isEqualTo(clicks.longValueExact());
    assertThat(totals.at("/impressions").asLong())
        .isEqualTo(
            sum(google, "impressions")
                .add(sum(apple, "impressions"))
                .add(sum(meta, "impressions"))
                .add(sum(kag, "Impressions"))
                .longValueExact());

    String other = sameDaysAs(google, groups);
    JsonNode refused =
        company.job(company.admin(), other, Map.of("currencyCode", "USD", "dataset", "groups"));
    assertThat(refused.at("/error/code").asString()).as(refused.toString()).isEqualTo("CONFLICT");
    assertThat(refused.at("/error/message").asString()).contains("level CAMPAIGN");
    assertThat(totals(company)).isEqualTo(totals);
  }

  /** The other level's first row, for an account and a day of the first table. */
  private static String sameDaysAs(Path taken, Path other) throws IOException {
    List<List<String>> first = cells(taken);
    List<List<String>> rows = cells(other);
    List<String> row = new ArrayList<>(rows.get(1));
    for (String column : List.of("customer_id", "date")) {
      row.set(rows.getFirst().indexOf(column), first.get(1).get(first.getFirst().indexOf(column)));
    }
    return String.join(",", rows.getFirst()) + "\n" + String.join(",", row) + "\n";
  }

  /** Outlay keeps amounts in millionths; the last table has more digits. */
  private static BigDecimal sum(Path table, String column) throws IOException {
    List<List<String>> rows = cells(table);
    int place = rows.getFirst().indexOf(column);
    return rows.stream()
        .skip(1)
        .map(row -> new BigDecimal(row.get(place)).setScale(6, RoundingMode.HALF_UP))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<List<String>> cells(Path table) throws IOException {
    return Files.readAllLines(table).stream().map(line -> List.of(line.split(",", -1))).toList();
  }

  private static JsonNode totals(Company company) {
    return company
        .data(
            "{ performance(range: {from: \"2020-01-01\", to: \"2022-12-31\"}, currencyCode:"
                + " \"USD\") { totals { impressions clicks spend { amount } } } }")
        .at("/performance/totals");
  }
}
