package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A server that is killed in the middle of a training; the services live on. */
class KilledTrainingFaultTests {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String AT_WORK =
      "SELECT count(*) FROM job WHERE kind = 'RISK_MODEL_TRAIN' AND state = 'RUNNING'";

  private static FaultStage stage;
  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    stage = new FaultStage();
    server = stage.start("training");
    String file = server.caller().upload(LeavingUsers.events());
    JsonNode imported =
        server
            .caller()
            .ask(
                "mutation($id: ID!) { eventsImport(input: {content: {uploadId: $id}})"
                    + " { job { id } userErrors { message } } }",
                Map.of("id", file));
    server.caller().awaitSuccess(imported.at("/data/eventsImport/job/id").asString(), LIMIT);
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @Test
  void aTrainingIsBegunAgainAndLeavesNoHalfAModel() throws Exception {
    String job = train();
    Await.within(LIMIT, "the training is at work", () -> stage.number(AT_WORK) > 0);
    server.kill();
    assertThat(stage.number(AT_WORK)).as("the training was under way").isEqualTo(1);
    assertThat(stage.number("SELECT count(*) FROM risk_model")).isZero();

    server = stage.start("retraining");
    server.caller().awaitSuccess(job, LIMIT);

    JsonNode models =
        server
            .caller()
            .ask("{ riskModels(kind: CHURN) { state problem files { name } } }", Map.of())
            .at("/data/riskModels");
    assertThat(models.size()).isEqualTo(1);
    assertThat(models.at("/0/state").asString()).isEqualTo("CHAMPION");
    assertThat(models.at("/0/problem").isNull()).isTrue();
    assertThat(models.at("/0/files").size()).isEqualTo(2);
  }

  private static String train() {
    return server
        .caller()
        .ask("mutation { riskModelTrain(input: {kind: CHURN}) { job { id } } }", Map.of())
        .at("/data/riskModelTrain/job/id")
        .asString();
  }
}
