package io.outlay.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Google does not answer, and in which words. */
class GoogleRefusalTests {

  private static final String MONTH = " WHERE segments.date BETWEEN '2026-10-01' AND '2026-10-31'";

  private final SimulatorStage stage = new SimulatorStage();
  private final GoogleReader google = stage.google();
  private final String id = Long.toString(stage.first(AdPlatform.GOOGLE_ADS).id());

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void queriesAreCheckedBeforeTheCaller() throws Exception {
    Map<String, String> wrong =
        Map.ofEntries(
            Map.entry(
                "SELECT segments.date FROM customer WHERE segments.date DURING LAST_90_DAYS",
                "INVALID_VALUE_WITH_DURING_OPERATOR"),
            Map.entry("SELECT campaign.nonsense FROM campaign", "UNRECOGNIZED_FIELD"),
            Map.entry("SELECT metrics.video_views FROM campaign", "UNRECOGNIZED_FIELD"),
            Map.entry(
                "SELECT ad_group.id FROM campaign", "PROHIBITED_RESOURCE_TYPE_IN_SELECT_CLAUSE"),
            Map.entry("SELECT campaign.id FROM nowhere", "BAD_RESOURCE_TYPE_IN_FROM_CLAUSE"),
            Map.entry("SELECT segments.date FROM campaign", "EXPECTED_FILTERS_ON_DATE_RANGE"),
            Map.entry(
                "SELECT campaign.id FROM campaign WHERE segments.date = '2026-13-01'",
                "INVALID_DATE_FORMAT"),
            Map.entry(
                "SELECT campaign.id FROM campaign WHERE campaign.id = 1 OR campaign.id = 2",
                "EXPECTED_AND"),
            Map.entry("SELECT campaign.id FROM campaign LIMIT 0", "BAD_LIMIT_VALUE"),
            Map.entry("campaign.id FROM campaign", "EXPECTED_SELECT"),
            Map.entry(
                "SELECT segments.conversion_action_name, metrics.clicks FROM campaign" + MONTH,
                "PROHIBITED_SEGMENT_WITH_METRIC_IN_SELECT_OR_WHERE_CLAUSE"));
    for (Map.Entry<String, String> entry : wrong.entrySet()) {
      HttpResponse<String> answer =
          google.call(id, "search", "no token", GoogleReader.body(entry.getKey()));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(GoogleReader.reason(answer)).as(entry.getKey()).isEqualTo(entry.getValue());
    }
  }

  @Test
  void versionsTokensAndManagersAreChecked() throws Exception {
    String query = GoogleReader.body("SELECT customer.id FROM customer");
    assertThat(GoogleReader.reason(version("v22", query))).isEqualTo("UNSUPPORTED_VERSION");
    assertThat(version("v26", query).statusCode()).isEqualTo(200);
    assertThat(GoogleReader.reason(google.call(id, "search", "wrong", query)))
        .isEqualTo("OAUTH_TOKEN_INVALID");
    AdAccount foreign = stage.accounts(AdPlatform.GOOGLE_ADS).getLast();
    assertThat(
            GoogleReader.reason(
                google.call(Long.toString(foreign.id()), "search", google.token(), query)))
        .isEqualTo("USER_PERMISSION_DENIED");
    String old = google.token();
    stage.simulator().clock().advance(Duration.ofHours(1));
    HttpResponse<String> late = google.call(id, "searchStream", old, query);
    assertThat(Browser.json(late).isArray()).isTrue();
    assertThat(late.statusCode()).isEqualTo(401);
  }

  @Test
  void withoutTheManagersNumberAnAccountStaysShut() throws Exception {
    HttpResponse<String> answer =
        stage
            .browser()
            .post(
                SimulatedHost.GOOGLE_ADS,
                "/v25/customers/" + id + "/googleAds:search",
                Map.of("Authorization", "Bearer " + google.token()),
                GoogleReader.body("SELECT customer.id FROM customer"));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> version(String version, String body) throws Exception {
    return stage
        .browser()
        .post(
            SimulatedHost.GOOGLE_ADS,
            "/" + version + "/customers/" + id + "/googleAds:search",
            Map.of(
                "Authorization",
                "Bearer " + google.token(),
                "login-customer-id",
                google.credentials().loginCustomerId()),
            body);
  }
}
