package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Order and pages of a report's rows. */
class ReportRowsIntegrationTests {

  private static final LocalDate FIRST = LocalDate.parse("2025-12-20");
  private static final String RANGE = "range: {from: \"2025-12-20\", to: \"2026-01-12\"}";

  private static Company company;
  private static SpendTable ledger;

  @BeforeAll
  static void load() {
    company = Company.create("rows");
    ledger = SpendTable.of("meta-1", FIRST, 24, 1);
    company.imports(ledger.csv(), Map.of("channel", "META", "timeZone", "UTC"));
  }

  @Test
  void ordersByEveryMetricBothWays() {
    List<JsonNode> fields = new ArrayList<>();
    company
        .data(
            "{ __type(name: \"PerformanceMetrics\") { fields { name type { name ofType { name } } }"
                + " } }")
        .at("/__type/fields")
        .forEach(fields::add);
    List<String> orders = new ArrayList<>();
    company
        .data("{ __type(name: \"PerformanceOrderField\") { enumValues { name } } }")
        .at("/__type/enumValues")
        .forEach(value -> orders.add(value.at("/name").asString()));
    int tried = 0;
    for (JsonNode field : fields) {
      String name = field.at("/name").asString();
      String order = name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
      if (orders.contains(order)) {
        boolean isMoney = field.toString().contains("\"Money\"");
        assertOrdered(
            name + (isMoney ? " { amount }" : ""),
            "/metrics/" + name + (isMoney ? "/amount" : ""),
            order);
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(30);
  }

  @Test
  void pagesHoldEveryRowOnceUnderTheSameTotals() {
    List<String> read = new ArrayList<>();
    String after = "";
    boolean more = true;
    while (more) {
      JsonNode report =
          report(
              "groupBy: [AD], granularity: WEEK",
              "rows(first: 17"
                  + after
                  + ", orderBy: {field: CLICKS}) { pageInfo { hasNextPage endCursor } nodes { ad {"
                  + " externalId } period { from } } }");
      Figures.assertEqual(report.at("/totals"), ledger.sums());
      report
          .at("/rows/nodes")
          .forEach(
              row ->
                  read.add(
                      row.at("/ad/externalId").asString() + row.at("/period/from").asString()));
      more = report.at("/rows/pageInfo/hasNextPage").asBoolean();
      after = ", after: \"" + report.at("/rows/pageInfo/endCursor").asString() + "\"";
    }

    assertThat(read)
        .doesNotHaveDuplicates()
        .hasSize(
            ledger
                .by(
                    line ->
                        line.ad()
                            + line.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .size());
  }

  private static void assertOrdered(String selection, String pointer, String order) {
    for (String direction : List.of("ASC", "DESC")) {
      List<BigDecimal> values = new ArrayList<>();
      boolean[] ended = {false};
      report(
              "groupBy: [AD]",
              "rows(first: 500, orderBy: {field: "
                  + order
                  + ", direction: "
                  + direction
                  + "}) { nodes { metrics { "
                  + selection
                  + " } } }")
          .at("/rows/nodes")
          .forEach(
              row -> {
                JsonNode value = row.at(pointer);
                boolean isKnown = !value.isNull() && !value.isMissingNode(); // a null amount
                assertThat(ended[0] && isKnown).as(order + ": null last").isFalse();
                ended[0] = !isKnown;
                if (isKnown) {
                  values.add(new BigDecimal(value.asString()));
                }
              });
      assertThat(values)
          .as(order + " " + direction)
          .isSortedAccordingTo(
              direction.equals("ASC") ? BigDecimal::compareTo : (one, two) -> two.compareTo(one));
    }
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
}
