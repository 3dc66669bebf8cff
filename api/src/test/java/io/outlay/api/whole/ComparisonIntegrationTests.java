package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outlay.api.whole.SpendTable.Sums;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Comparisons with other days and with an earlier state, beside sums over the imported lines. */
class ComparisonIntegrationTests {

  private static final String FROM = "2026-01-16";
  private static final String TO = "2026-01-25";

  private static Company company;
  private static SpendTable before;
  private static SpendTable now;
  private static String firstState;

  @BeforeAll
  static void load() {
    company = Company.create("comparisons");
    SpendTable lastYear = SpendTable.of("meta-1", LocalDate.parse("2025-01-16"), 10, 5);
    SpendTable thisYear = SpendTable.of("meta-1", LocalDate.parse("2026-01-01"), 25, 2);
    Map<String, String> how = Map.of("channel", "META", "timeZone", "UTC");
    company.imports(lastYear.csv(), how);
    firstState = company.imports(thisYear.csv(), how).at("/finishedAt").asString();
    SpendTable corrected = SpendTable.of("meta-1", LocalDate.parse("2026-01-01"), 25, 3);
    company.imports(
        corrected.csv(), Map.of("channel", "META", "timeZone", "UTC", "replace", "DAYS"));
    before = lastYear.and(thisYear);
    now = lastYear.and(corrected);
  }

  @Test
  void comparesWithAsManyDaysBefore() {
    assertCompared("previousPeriod: true", now.between("2026-01-06", "2026-01-15"));
  }

  @Test
  void comparesWithTheSameDaysLastYear() {
    assertCompared("samePeriodLastYear: true", now.between("2025-01-16", "2025-01-25"));
  }

  @Test
  void comparesWithAnyOtherDays() {
    assertCompared(
        "range: {from: \"2026-01-01\", to: \"2026-01-04\"}",
        now.between("2026-01-01", "2026-01-04"));
  }

  @Test
  void comparesWithTheStateBeforeACorrection() {
    assertCompared("asOf: \"" + firstState + "\"", before.between(FROM, TO));
  }

  @Test
  void showsTheStateBeforeACorrection() {
    JsonNode report = report("asOf: \"" + firstState + "\"", "currencyCode");

    Figures.assertEqual(report.at("/totals"), before.between(FROM, TO).sums());
    Figures.assertEqual(
        report("groupBy: [CAMPAIGN]", "currencyCode").at("/totals"), now.between(FROM, TO).sums());
  }

  private static void assertCompared(String with, SpendTable other) {
    String part =
        "compared { metrics {"
            + Figures.FIELDS
            + "} change { clicks { absolute relative }"
            + " spend { absolute { amount } relative } } }";
    JsonNode report =
        report(
            "groupBy: [CAMPAIGN], compareTo: {" + with + "}",
            part
                + " rows { nodes { campaign { externalId } metrics {"
                + Figures.FIELDS
                + "} "
                + part
                + " } }");

    assertChanged(report.at("/compared"), now.between(FROM, TO).sums(), other.sums());
    assertThat(report.at("/rows/nodes").size()).isEqualTo(3);
    report
        .at("/rows/nodes")
        .forEach(
            row -> {
              String campaign = row.at("/campaign/externalId").asString();
              Sums mine =
                  now.between(FROM, TO).where(line -> line.campaign().equals(campaign)).sums();
              Figures.assertEqual(row.at("/metrics"), mine);
              assertChanged(
                  row.at("/compared"),
                  mine,
                  other.where(line -> line.campaign().equals(campaign)).sums());
            });
  }

  private static void assertChanged(JsonNode compared, Sums mine, Sums other) {
    Figures.assertEqual(compared.at("/metrics"), other);
    BigDecimal more = mine.spend().subtract(other.spend());
    assertThat(Figures.decimal(compared.at("/change/spend/absolute/amount")))
        .isEqualByComparingTo(more);
    assertThat(compared.at("/change/spend/relative").asDouble())
        .isCloseTo(more.doubleValue() / other.spend().doubleValue(), within(1e-12));
    assertThat(Figures.decimal(compared.at("/change/clicks/absolute")))
        .isEqualByComparingTo(BigDecimal.valueOf(mine.clicks() - other.clicks()));
    assertThat(compared.at("/change/clicks/relative").asDouble())
        .isCloseTo((mine.clicks() - other.clicks()) / (double) other.clicks(), within(1e-12));
  }

  private static JsonNode report(String arguments, String selection) {
    return company
        .data(
            "{ performance(range: {from: \""
                + FROM
                + "\", to: \""
                + TO
                + "\"}, "
                + arguments
                + ") { totals {"
                + Figures.FIELDS
                + "} "
                + selection
                + " } }")
        .at("/performance");
  }
}
