package io.outlay.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.simulator.fault.Fault;
import io.outlay.ingestion.simulator.fault.FaultKind;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MetaRunTests {

  private static final int LOOKS = 5;

  private final SimulatorStage stage = new SimulatorStage();
  private final MetaReader meta = stage.meta();
  private final AdAccount account = stage.first(AdPlatform.META);

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void runIsCompleteOnlyWhenItSaysSoAndThenHasTheSameRows() throws Exception {
    String id = begin();

    List<JsonNode> states = look(id);

    assertThat(states).anyMatch(MetaRunTests::isRunningAtHundred);
    assertThat(states.getLast().path("async_status").asString()).isEqualTo("Job Completed");
    List<JsonNode> rows = meta.all(id + "/insights", Map.of("limit", "500"));
    List<JsonNode> direct =
        meta.all(
            "act_" + account.id() + "/insights",
            Map.of(
                "level", "campaign",
                "fields", "campaign_id,impressions,spend",
                "time_increment", "1",
                "time_range", "{\"since\":\"2026-10-01\",\"until\":\"2026-10-05\"}",
                "limit", "500"));
    assertThat(rows).isEqualTo(direct);
  }

  @Test
  void someRunsAreNotToBeFoundAtTheFirstLook() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < LOOKS; i++) {
      statuses.add(meta.call(begin(), Map.of()).statusCode());
    }

    assertThat(statuses).containsOnlyOnce(400).contains(200);
  }

  @Test
  void halfFailedAndSkippedRunsNeverComplete() throws Exception {
    Map<FaultKind, String> ends =
        Map.of(
            FaultKind.HALF_RUN, "Job Running",
            FaultKind.FAILED_RUN, "Job Failed",
            FaultKind.SKIPPED_RUN, "Job Skipped");
    for (Map.Entry<FaultKind, String> end : ends.entrySet()) {
      stage.simulator().faults().add(Fault.of(end.getKey(), AdPlatform.META, 1));

      JsonNode last = look(begin()).getLast();

      assertThat(last.path("async_status").asString()).isEqualTo(end.getValue());
      assertThat(last.has("error_code")).isEqualTo(end.getKey() == FaultKind.FAILED_RUN);
      String id = last.path("id").stringValue();
      assertThat(meta.call(id + "/insights", Map.of()).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void batchAnswersEachCallWithItsOwnCode() throws Exception {
    String batch =
        "[{\"method\":\"GET\",\"relative_url\":\"v25.0/act_%d\"},{\"method\":\"GET\",\"relative_url\":\"v25.0/1\"}]"
            .formatted(account.id());
    HttpResponse<String> answer =
        stage
            .browser()
            .postForm(
                SimulatedHost.META_GRAPH,
                "/v25.0/",
                Map.of("access_token", meta.credentials().accessToken(), "batch", batch));

    JsonNode answers = Browser.ok(answer);
    assertThat(answers.path(0).path("code").asInt()).isEqualTo(200);
    assertThat(answers.path(1).path("code").asInt()).isEqualTo(400);
    JsonNode inner = Browser.JSON.readTree(answers.path(0).path("body").stringValue());
    assertThat(inner.path("account_id").asString()).isEqualTo(Long.toString(account.id()));
  }

  private String begin() throws Exception {
    HttpResponse<String> answer =
        stage
            .browser()
            .postForm(
                SimulatedHost.META_GRAPH,
                "/v25.0/act_" + account.id() + "/insights",
                Map.of(
                    "access_token", meta.credentials().accessToken(),
                    "level", "campaign",
                    "fields", "campaign_id,impressions,spend",
                    "time_increment", "1",
                    "time_range", "{\"since\":\"2026-10-01\",\"until\":\"2026-10-05\"}"));
    return Browser.ok(answer).path("report_run_id").stringValue();
  }

  private List<JsonNode> look(String id) throws Exception {
    List<JsonNode> states = new ArrayList<>();
    for (int i = 0; i < LOOKS; i++) {
      HttpResponse<String> answer = meta.call(id, Map.of());
      if (answer.statusCode() == 200) {
        states.add(Browser.json(answer));
      }
    }
    return states;
  }

  private static boolean isRunningAtHundred(JsonNode state) {
    return state.path("async_status").asString().equals("Job Running")
        && state.path("async_percent_completion").asInt() == 100;
  }
}
