package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What subscribers hear while a file is imported. */
class SubscriptionIntegrationTests {

  private static final String CHANGES =
      "subscription { performanceChanged { dataVersion days { from to } channels { key } } }";

  private static Company company;
  private static int days;

  @BeforeAll
  static void create() {
    company = Company.create("subscribers");
  }

  @Test
  void tellsTheDaysAndChannelsOfAnImportToThoseWhoMaySeeThem() throws InterruptedException {
    importDay("google-9", "GOOGLE_ADS", "2026-02-01");
    importDay("meta-9", "META", "2026-02-01");
    String meta = company.token("ANALYST", Map.of("channels", List.of("META")));
    BlockingQueue<JsonNode> heard = Company.server().subscribe(company.admin(), CHANGES);
    BlockingQueue<JsonNode> heardOfMeta = Company.server().subscribe(meta, CHANGES);
    importUntilHeard(heard);
    importUntilHeard(heardOfMeta);

    importDay("google-9", "GOOGLE_ADS", "2026-04-01");
    importDay("meta-9", "META", "2026-05-01");

    assertThat(until(heard, "2026-05-01").toString())
        .contains("{\"from\":\"2026-04-01\",\"to\":\"2026-04-01\"}", "GOOGLE_ADS");
    assertThat(until(heardOfMeta, "2026-05-01").toString())
        .contains(
            "{\"from\":\"2026-05-01\",\"to\":\"2026-05-01\"},\"channels\":[{\"key\":\"META\"}]")
        .doesNotContain("2026-04-01", "GOOGLE_ADS");
  }

  @Test
  void tellsAJobUntilItsEnd() throws InterruptedException {
    String id =
        company.submit(company.admin(), days("meta-9", "2026-06-01"), Map.of("channel", "META"));
    BlockingQueue<JsonNode> heard =
        Company.server()
            .subscribe(
                company.admin(),
                "subscription { jobProgressed(id: \""
                    + id
                    + "\") { state finishedAt progress { done total } } }");
    JsonNode last = heard.poll(60, TimeUnit.SECONDS);
    while (last != null && last.at("/data/jobProgressed/finishedAt").isNull()) {
      last = heard.poll(60, TimeUnit.SECONDS);
    }

    assertThat(last).isNotNull();
    assertThat(last.at("/data/jobProgressed/state").asString()).isEqualTo("SUCCEEDED");
    assertThat(last.at("/data/jobProgressed/progress/done"))
        .isEqualTo(last.at("/data/jobProgressed/progress/total"));
  }

  private static String days(String account, String first) {
    return SpendTable.of(account, LocalDate.parse(first), 1, 1).csv();
  }

  private static void importDay(String account, String channel, String day) {
    company.imports(days(account, day), Map.of("channel", channel));
  }

  /** A change made before the subscription is not told, so changes are made until one is. */
  private static void importUntilHeard(BlockingQueue<JsonNode> heard) throws InterruptedException {
    JsonNode change = null;
    for (int tries = 0; tries < 20 && change == null; tries++) {
      days++;
      importDay("meta-9", "META", LocalDate.parse("2025-03-01").plusDays(days).toString());
      change = heard.poll(1, TimeUnit.SECONDS);
    }
    assertThat(change).isNotNull();
  }

  /** All that is heard up to a change of the day. */
  private static List<JsonNode> until(BlockingQueue<JsonNode> heard, String day)
      throws InterruptedException {
    List<JsonNode> changes = new ArrayList<>();
    while (changes.isEmpty() || !changes.getLast().toString().contains(day)) {
      JsonNode change = heard.poll(20, TimeUnit.SECONDS);
      assertThat(change).as("no change of " + day + " after " + changes).isNotNull();
      changes.add(change);
    }
    return changes;
  }
}
