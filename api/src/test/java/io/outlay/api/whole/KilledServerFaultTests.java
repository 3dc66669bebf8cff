package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.api.whole.Ledger.SpendFile;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that is killed in the middle of an import; the services live on. */
class KilledServerFaultTests {

  private static final int DAYS = 300;
  private static final int ROWS_A_DAY = 30;
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Ledger LEDGER = new Ledger(1);

  private static FaultStage stage;
  private static ServerProcess server;

  /** How far the import is when the server dies. */
  enum Moment {
    ACKNOWLEDGED("SELECT count(*) FROM job WHERE state IN ('WAITING', 'RUNNING')"),
    PUBLISHING("SELECT count(*) FROM job WHERE state = 'RUNNING' AND checkpoint IS NOT NULL"),
    STORING(
        "SELECT count(*) FROM job JOIN slice_receipt USING (organization_id, job_id)"
            + " WHERE state = 'RUNNING'");

    private final String sign;

    Moment(String sign) {
      this.sign = sign;
    }
  }

  @BeforeAll
  static void start() throws IOException {
    stage = new FaultStage();
    server = stage.start("killed");
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasAcknowledgedIsNeitherLostNorDoubled(Moment moment) throws Exception {
    SpendFile file = LEDGER.write("killed-" + moment, DAYS, ROWS_A_DAY);
    String job = server.caller().submit(file);
    Await.within(LIMIT, "import is " + moment, () -> stage.number(moment.sign) > 0);
    server.kill();
    assertThat(stage.number("SELECT count(*) FROM job WHERE state IN ('WAITING', 'RUNNING')"))
        .as("the import was under way")
        .isEqualTo(1);

    LEDGER.book(file);
    server = stage.start("restarted");
    server.caller().awaitSuccess(job, LIMIT);

    server.caller().assertTotals(LEDGER.totals());
    assertThat(stage.number("SELECT count(*) FROM fact")).isEqualTo(LEDGER.totals().rows());
    assertThat(stage.number("SELECT count(*) FROM dead_letter")).isZero();
  }
}
