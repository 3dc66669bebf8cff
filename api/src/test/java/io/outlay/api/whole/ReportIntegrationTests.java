package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.api.whole.SpendTable.Line;
import io.outlay.api.whole.SpendTable.Sums;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Every way to split and filter a report, beside sums over the imported lines. */
class ReportIntegrationTests {

  private static final LocalDate FIRST = LocalDate.parse("2025-12-20");
  private static final int DAYS = 24;
  private static final String RANGE = "range: {from: \"2025-12-20\", to: \"2026-01-12\"}";

  private static Company company;
  private static SpendTable ledger;

  /** A dimension: where its value stands in a row. */
  enum Split {
    CHANNEL("channel { key }", "/channel/key"),
    AD_ACCOUNT("adAccount { externalId }", "/adAccount/externalId"),
    CAMPAIGN("campaign { externalId }", "/campaign/externalId"),
    AD_GROUP("adGroup { externalId }", "/adGroup/externalId"),
    AD("ad { externalId }", "/ad/externalId"),
    CURRENCY("currencyCode", "/currencyCode"),
    COUNTRY("country", "/country"),
    AGE_RANGE("ageRange", "/ageRange"),
    GENDER("gender", "/gender"),
    DEVICE("device", "/device"),
    LABEL("label { value }", "/label/value");

    private final String selection;
    private final String pointer;

    Split(String selection, String pointer) {
      this.selection = selection;
      this.pointer = pointer;
    }

    String of(Line line) {
      return switch (this) {
        case CHANNEL -> channelOf(line);
        case AD_ACCOUNT -> line.account();
        case CAMPAIGN -> line.campaign();
        case AD_GROUP -> line.adGroup();
        case AD -> line.ad();
        case CURRENCY -> "USD";
        case COUNTRY -> line.country();
        case AGE_RANGE -> line.age();
        case GENDER -> line.gender();
        case DEVICE -> line.device();
        case LABEL -> line.title();
      };
    }
  }

  /** A granularity. */
  enum Length {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** First day of the period around a day. */
    LocalDate start(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
        case YEAR -> day.withDayOfYear(1);
      };
    }
  }

  @BeforeAll
  static void load() {
    company = Company.create("reports");
    SpendTable meta = SpendTable.of("meta-1", FIRST, DAYS, 1);
    SpendTable google = SpendTable.of("google-1", FIRST, DAYS, 3);
    company.imports(meta.csv(), Map.of("channel", "META", "timeZone", "UTC"));
    company.imports(google.csv(), Map.of("channel", "GOOGLE_ADS", "timeZone", "UTC"));
    ledger = meta.and(google);
  }

  @ParameterizedTest
  @EnumSource
  void splitsByEveryDimension(Split split) {
    JsonNode report =
        report(
            "groupBy: [" + split + "]",
            "rows(first: 500) { totalCount nodes { "
                + split.selection
                + " metrics {"
                + Figures.FIELDS
                + "} } }");

    assertThat(read(report, row -> row.at(split.pointer).asString()))
        .isEqualTo(ledger.by(split::of));
    Figures.assertEqual(report.at("/totals"), ledger.sums());
    assertThat(report.at("/rows/totalCount").asInt()).isEqualTo(ledger.by(split::of).size());
  }

  @ParameterizedTest
  @EnumSource
  void splitsByEveryGranularity(Length length) {
    JsonNode report =
        report(
            "granularity: " + length,
            "rows(first: 500) { nodes { isPartial period { from to }"
                + " metrics {"
                + Figures.FIELDS
                + "} } }");
    Function<Line, String> from =
        line -> {
          LocalDate start = length.start(line.day());
          return (start.isBefore(FIRST) ? FIRST : start).toString();
        };

    assertThat(read(report, row -> row.at("/period/from").asString())).isEqualTo(ledger.by(from));
    assertThat(report.at("/rows/nodes/0/isPartial").asBoolean()).isEqualTo(length != Length.DAY);
  }

  @Test
  void filtersByEveryCondition() {
    Map<String, String> accounts = new HashMap<>();
    company
        .data("{ adAccounts { nodes { id externalId } } }")
        .at("/adAccounts/nodes")
        .forEach(
            node -> accounts.put(node.at("/externalId").asString(), node.at("/id").asString()));
    String campaign =
        company
            .data("{ campaigns(filter: {nameContains: \"meta-1-c1\"}) { nodes { id } } }")
            .at("/campaigns/nodes/0/id")
            .asString();

    assertFiltered("channels: [\"META\"]", line -> channelOf(line).equals("META"));
    assertFiltered(
        "adAccountIds: [\"" + accounts.get("google-1") + "\"]",
        line -> line.account().equals("google-1"));
    assertFiltered(
        "campaignIds: [\"" + campaign + "\"]", line -> line.campaign().equals("meta-1-c1"));
    assertFiltered("campaignStatuses: [\"PAUSED\"]", line -> line.status().equals("PAUSED"));
    assertFiltered(
        "campaignNameContains: \"GOOGLE-1-C0\"", line -> line.campaign().equals("google-1-c0"));
    assertFiltered("currencyCodes: [\"USD\"]", line -> true);
    assertFiltered("countries: [\"KR\"]", line -> line.country().equals("KR"));
    assertFiltered(
        "label: {key: \"title\", values: [\"Tale\"]}", line -> line.title().equals("Tale"));
    assertFiltered(
        "channels: [\"META\"], countries: [\"US\"], campaignStatuses: [\"ACTIVE\"]",
        line ->
            channelOf(line).equals("META")
                && line.country().equals("US")
                && line.status().equals("ACTIVE"));
  }

  private static void assertFiltered(String filter, Predicate<Line> wanted) {
    SpendTable expected = ledger.where(wanted);
    assertThat(expected.lines()).as(filter).isNotEmpty();
    Figures.assertEqual(
        report("filter: {" + filter + "}", "dataVersion").at("/totals"), expected.sums());
  }

  private static Map<String, Sums> read(JsonNode report, Function<JsonNode, String> key) {
    Map<String, Sums> rows = new HashMap<>();
    report
        .at("/rows/nodes")
        .forEach(
            row -> assertThat(rows.put(key.apply(row), Figures.read(row.at("/metrics")))).isNull());
    return rows;
  }

  private static JsonNode report(String arguments, String selection) {
    return company
        .data(
            "{ performance("
                + RANGE
                + ", "
                + arguments
                + ") { totals {"
                + Figures.FIELDS
                + "} "
                + selection
                + " } }")
        .at("/performance");
  }

  private static String channelOf(Line line) {
    return line.account().equals("meta-1") ? "META" : "GOOGLE_ADS";
  }
}
