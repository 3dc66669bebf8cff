package io.outlay.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.Publisher;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeterminismTests {

  private static final SimulatorSettings USUAL = SimulatorSettings.standingAt(SimulatorStage.NOW);

  @Test
  void sameSeedGivesTheSameOctetsAndCredentials() throws Exception {
    try (SimulatorStage one = new SimulatorStage(USUAL);
        SimulatorStage other = new SimulatorStage(USUAL)) {
      assertThat(answers(one)).isEqualTo(answers(other));
      for (Publisher publisher : new Publisher[] {Publisher.DEMO_GAMES, Publisher.RIVAL_GAMES}) {
        assertThat(one.simulator().credentials(publisher))
            .isEqualTo(other.simulator().credentials(publisher));
      }
    }
  }

  @Test
  void anotherSeedGivesOtherFiguresAndOtherCredentials() throws Exception {
    try (SimulatorStage one = new SimulatorStage(USUAL);
        SimulatorStage other = new SimulatorStage(USUAL.withSeed(1))) {
      assertThat(answers(one)).isNotEqualTo(answers(other));
      assertThat(one.simulator().credentials(Publisher.DEMO_GAMES))
          .isNotEqualTo(other.simulator().credentials(Publisher.DEMO_GAMES));
    }
  }

  @Test
  void publishersHaveOtherFigures() throws Exception {
    try (SimulatorStage one = new SimulatorStage(USUAL)) {
      AdAccount demo = one.accounts(AdPlatform.META).get(0);
      AdAccount rival = one.accounts(AdPlatform.META).get(2);
      SimulatorLedger ledger = one.simulator().ledger();

      assertThat(
              ledger.account(
                  demo, SimulatorStage.days("2026-10-01", "2026-10-31"), SimulatorStage.NOW))
          .isNotEqualTo(
              ledger.account(
                  rival, SimulatorStage.days("2026-10-01", "2026-10-31"), SimulatorStage.NOW));
    }
  }

  private static String answers(SimulatorStage stage) throws Exception {
    AdAccount meta = stage.first(AdPlatform.META);
    String insights =
        stage
            .meta()
            .call(
                "act_" + meta.id() + "/insights",
                Map.of(
                    "level", "ad",
                    "fields", "ad_id,impressions,spend,actions,action_values",
                    "time_increment", "1",
                    "limit", "1000",
                    "time_range", "{\"since\":\"2026-10-01\",\"until\":\"2026-10-03\"}"))
            .body();
    String port = ":" + stage.simulator().port();
    return insights.replace(port, ":port");
  }
}
