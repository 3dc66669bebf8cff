package io.outlay.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Apple's newer interface. */
class ApplePlatformTests {

  private final SimulatorStage stage = new SimulatorStage();
  private final AppleReader apple = stage.apple();
  private final AdAccount account = stage.first(AdPlatform.APPLE_ADS);

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void v5IsSwitchedOffAndItsSuccessorIsNot() throws Exception {
    stage.simulator().clock().moveTo(Instant.parse("2027-01-26T00:00:01Z"));
    AppleReader later = stage.apple();

    HttpResponse<String> off =
        stage
            .browser()
            .get(SimulatedHost.APPLE_SEARCH_ADS, "/api/v5/acls", later.v5Headers(account.id()));
    assertThat(off.statusCode()).isEqualTo(410);
    JsonNode acls =
        Browser.ok(
            stage
                .browser()
                .get(
                    SimulatedHost.APPLE_ADS,
                    "/v1/acls",
                    later.platformHeaders(account.adAccountId())));
    assertThat(acls.path("result").path("acls").path(0).path("adAccount").path("id").asLong())
        .isEqualTo(account.adAccountId());
  }

  @Test
  void platformNeedsCampaignsAndMoreThanOneDayAndTellsItsLimit() throws Exception {
    String campaign = Long.toString(account.campaigns().getFirst().id());
    String good =
        "{\"filters\":[{\"field\":\"campaignId\",\"operator\":\"EQUALS\",\"value\":\"%s\"}],"
                .formatted(campaign)
            + "\"timeRange\":{\"start\":\"2026-10-01\",\"end\":\"2026-10-02\","
            + "\"granularity\":\"DAILY\"}}";

    HttpResponse<String> answer = platform(good);
    assertThat(Browser.ok(answer).path("result").path("rows").size()).isEqualTo(1);
    assertThat(answer.headers().firstValue("RateLimit-Remaining")).isPresent();
    assertThat(platform(good.replace("campaignId", "other")).statusCode()).isEqualTo(400);
    HttpResponse<String> oneDay = platform(good.replace("2026-10-02", "2026-10-01"));
    assertThat(oneDay.statusCode()).isEqualTo(400);
    assertThat(Browser.json(oneDay).path("error").path("code").asString())
        .isEqualTo("INVALID_ARGUMENT");
    JsonNode whole =
        Browser.ok(
            platform(
                good.replace("2026-10-02", "2026-10-01")
                    .replace(",\"granularity\":\"DAILY\"", "")));
    assertThat(whole.path("result").path("rows").path(0).has("granularMetrics")).isFalse();
  }

  @Test
  void platformHidesDeletedObjectsUnlessAsked() throws Exception {
    String deleted =
        "{\"filters\":[{\"field\":\"deleted\",\"operator\":\"EQUALS\",\"value\":true}]}";
    JsonNode usual = Browser.ok(campaigns("{\"pagination\":{\"pageSize\":1000}}"));
    JsonNode gone = Browser.ok(campaigns(deleted));

    assertThat(usual.path("result").size()).isEqualTo(28);
    assertThat(gone.path("result").size()).isEqualTo(1);
  }

  private HttpResponse<String> campaigns(String body) throws Exception {
    return stage
        .browser()
        .post(
            SimulatedHost.APPLE_ADS,
            "/v1/campaigns/query",
            apple.platformHeaders(account.adAccountId()),
            body);
  }

  private HttpResponse<String> platform(String body) throws Exception {
    return stage
        .browser()
        .post(
            SimulatedHost.APPLE_ADS,
            "/v1/reports/apps/campaigns/query",
            apple.platformHeaders(account.adAccountId()),
            body);
  }
}
