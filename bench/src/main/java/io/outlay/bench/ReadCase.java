package io.outlay.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A question clients ask again and again: one document, and variables that differ each time, so
 * that no kept answer fits. A case from the cache asks with the same variables each time.
 *
 * @param name as printed
 * @param document the same for all requests
 * @param variables JSON of the variables, by the number of the request
 * @param perSecond requests a second
 */
record ReadCase(String name, String document, IntFunction<String> variables, int perSecond) {

  private static final int DAYS_OF_DATA = 360;

  private static final String DASHBOARD =
      "query Dashboard($range: DateRangeInput!, $first: Int!) {performance(range: $range,"
          + " groupBy: [CHANNEL], granularity: DAY) {rows(first: $first) {nodes {channel {key}"
          + " period {from} metrics {impressions clicks spend {amount} conversions"
          + " conversionValue {amount} ctr cpa {amount} roas roi}}}}}";

  private static final String QUARTER =
      "query Quarter($range: DateRangeInput!, $first: Int!) {performance(range: $range,"
          + " groupBy: [CHANNEL]) {rows(first: $first) {nodes {channel {key} metrics"
          + " {spend {amount} conversions roi}}}}}";

  private static final String CAMPAIGNS =
      "query Campaigns($month: DateRangeInput!, $week: DateRangeInput!, $first: Int!) {campaigns("
          + "first: $first) {nodes {id name month: performance(range: $month) {totals {spend"
          + " {amount} conversions roi}} week: performance(range: $week, granularity: DAY) {rows"
          + " {period {from} metrics {spend {amount}}}}}}}";

  private static final String CAMPAIGN =
      "query Campaign($id: ID!) {node(id: $id) {... on Campaign {id name status"
          + " adAccount {id name} }}}";

  /** All of them, in the order of printing. */
  static List<ReadCase> all(LocalDate lastDay, String campaignId) {
    return List.of(
        new ReadCase("dashboard", DASHBOARD, number -> report(lastDay, 30, 200, number), 100),
        new ReadCase("quarter by channel", QUARTER, number -> report(lastDay, 92, 50, number), 100),
        new ReadCase("50 campaigns", CAMPAIGNS, number -> campaigns(lastDay, number), 50),
        new ReadCase("one campaign by id", CAMPAIGN, number -> campaign(campaignId, number), 200),
        new ReadCase(
            "dashboard from the cache", DASHBOARD, number -> report(lastDay, 30, 200, 0), 500));
  }

  /**
   * The range moves day by day. No document knows the number; only the key of kept answers does.
   */
  private static String report(LocalDate lastDay, int days, int first, int number) {
    LocalDate to = lastDay.minusDays(number % (DAYS_OF_DATA - days));
    return "{\"range\":%s,\"first\":%d,\"number\":%d}"
        .formatted(range(to.minusDays(days - 1L), to), first, number);
  }

  private static String campaigns(LocalDate lastDay, int number) {
    LocalDate to = lastDay.minusDays(number % 300);
    return "{\"month\":%s,\"week\":%s,\"first\":50,\"number\":%d}"
        .formatted(range(to.minusDays(20), to), range(to.minusDays(6), to), number);
  }

  private static String campaign(String id, int number) {
    return "{\"id\":\"%s\",\"number\":%d}".formatted(id, number);
  }

  private static String range(LocalDate from, LocalDate to) {
    return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}";
  }

  /** The body of a request. */
  String body(int number) {
    return "{\"query\":\"" + document + "\",\"variables\":" + variables.apply(number) + "}";
  }
}
