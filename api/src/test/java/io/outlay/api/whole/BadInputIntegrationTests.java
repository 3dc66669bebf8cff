package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What cannot be right is refused with its code and with what would be right. */
class BadInputIntegrationTests {

  private static Company company;

  @BeforeAll
  static void create() {
    company = Company.create("mistakes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          performance(range: {from: "2026-02-02", to: "2026-02-01"}) { currencyCode } | BAD_REQUEST | not before
          performance(range: {from: "2016-02-02", to: "2026-02-01"}) { currencyCode } | BAD_REQUEST | at most 1100 days
          performance(range: {from: "2026-02-30", to: "2026-03-01"}) { currencyCode } | BAD_REQUEST | day of the calendar
          performance(range: {from: "9999-12-01", to: "9999-12-02"}) { currencyCode } | BAD_REQUEST | to 2199-12-31
          performance(range: {from: "2026-02-01", to: "2026-02-02"}, currencyCode: "EURO") { currencyCode } | BAD_REQUEST | ISO 4217
          performance(range: {from: "2026-02-01", to: "2026-02-02"}, groupBy: [PLANET]) { currencyCode } | BAD_REQUEST | expected one of CHANNEL
          performance(range: {from: "2026-02-01", to: "2026-02-02"}, groupBy: [AD, AD]) { currencyCode } | BAD_REQUEST | at most once
          performance(range: {from: "2026-02-01", to: "2026-02-02"}, compareTo: {previousPeriod: null}) { currencyCode } | BAD_REQUEST | non-null
          performance(range: {from: "2026-02-01", to: "2026-02-02"}, compareTo: {previousPeriod: false}) { currencyCode } | BAD_REQUEST | expected true
          performance(range: {from: "2026-02-01", to: "2026-02-02"}, filter: {adAccountIds: ["xx"]}) { currencyCode } | BAD_REQUEST | expected an id
          performance(range: {from: "2026-02-01", to: "2026-02-02"}) { totals { karma } } | BAD_REQUEST | expected one of impressions
          performance(range: {from: "2026-02-01", to: "2026-02-02"}) { rows(after: "AAAA") { totalCount } } | BAD_REQUEST | expected a cursor
          performance(range: {from: "2026-02-01", to: "2026-02-02"}) { rows(orderBy: {field: CAMPAIGN}) { totalCount } } | BAD_REQUEST | groupBy
          campaigns(first: 1000000) { totalCount } | BAD_REQUEST | 1 to 500
          campaigns(first: 0) { totalCount } | BAD_REQUEST | 1 to 500
          jobs(after: "b3Zlcg") { nodes { id } } | BAD_REQUEST | expected a cursor
          exchangeRates(filter: {range: {from: "2026-03-05", to: "2026-03-02"}}) { nodes { day } } | BAD_REQUEST | not before
          """)
  void isRefused(String question, String code, String right) {
    JsonNode error = company.error("{ " + question + " }");

    assertThat(error.at("/extensions/code").asString()).as(error.toString()).isEqualTo(code);
    assertThat(error.at("/message").asString()).contains(right).doesNotContain("graphql.", "java");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          deadLetterReplay(id: "zzz") | NOT_FOUND
          deadLetterReplay(id: "RGVhZExldHRlcjo5OTk") | NOT_FOUND
          apiTokenRevoke(id: "zzz") | NOT_FOUND
          apiTokenRevoke(id: "QXBpVG9rZW46OTk5OTk5") | NOT_FOUND
          organizationUpdate(input: {roiAssumptions: [{from: "2026-01-01", adAccountId: "QWRBY2NvdW50Ojk5OTk5OQ"}]}) | INVALID_VALUE
          exchangeRatesImport(input: {table: "OWN", content: {text: "Date,XXQ"}}) | INVALID_VALUE
          spendImport(input: {content: {uploadId: "zzz"}}) | INVALID_VALUE
          campaignLabelsSet(input: {rule: {key: "geo", separator: "_", part: 0}}) | INVALID_VALUE
          """)
  void isToldToThePersonWhoCanMendIt(String mutation, String code) {
    JsonNode answer =
        company.data("mutation { done: " + mutation + " { userErrors { message code } } }");

    assertThat(answer.at("/done/userErrors/0/code").asString())
        .as(answer.toString())
        .isEqualTo(code);
  }
}
