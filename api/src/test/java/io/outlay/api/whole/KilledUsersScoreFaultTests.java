package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A server that is killed while all users are scored; another one goes on. */
class KilledUsersScoreFaultTests {

  private static final int USERS = 40_000;
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static FaultStage stage;

  @BeforeAll
  static void start() throws IOException {
    stage = new FaultStage();
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @Test
  void everyUserIsScoredAndWhatWasKeptBeforeStays() throws Exception {
    ServerProcess server = stage.start("killed-scoring", "--outlay.scoring.nightly=false");
    ScoredCompany company = ScoredCompany.of(server.caller()::ask);
    company.users(List.of("pattern"));
    copyUsers();
    JsonNode begun =
        server
            .caller()
            .ask(
                "mutation { usersScore(input: {kinds: [CHURN]}) { job { id } userErrors { message"
                    + " } } }",
                Map.of());
    String job = begun.at("/data/usersScore/job/id").asString("");
    assertThat(job).as(begun.toString()).isNotBlank();
    Await.within(LIMIT, "part of the users", () -> scored() >= 2_000);
    server.kill();
    Map<Long, String> before = kept();
    assertThat(before.size()).as("the scoring was under way").isLessThan(USERS);

    stage.start("scoring-on", "--outlay.scoring.nightly=false").caller().awaitSuccess(job, LIMIT);

    Map<Long, String> after = kept();
    assertThat(after).hasSize(USERS + 1);
    assertThat(after).containsAllEntriesOf(before);
    assertThat(stage.number("SELECT count(DISTINCT scored_at) FROM user_score")).isEqualTo(1);
    assertThat(stage.number("SELECT sum(scored) FROM score_portion")).isEqualTo(USERS + 1);
  }

  /** As many users as are wanted, all like the one there is. */
  private static void copyUsers() throws SQLException {
    try (Connection connection = stage.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "WITH pattern AS (SELECT * FROM user_activity), made AS (INSERT INTO app_user"
              + " (organization_id, external_id) SELECT organization_id, 'copy-' || n FROM pattern,"
              + " generate_series(1, "
              + USERS
              + ") n RETURNING organization_id, user_id) INSERT INTO user_activity"
              + " (organization_id, user_id, version, known_to, activity) SELECT"
              + " made.organization_id, made.user_id, version, known_to, activity FROM made,"
              + " pattern");
    }
  }

  private static long scored() {
    return stage.number("SELECT count(*) FROM user_score");
  }

  private static Map<Long, String> kept() throws SQLException {
    Map<Long, String> kept = new HashMap<>();
    try (Connection connection = stage.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT user_id, value || ' ' || probability || ' ' || scored_at FROM"
                    + " user_score")) {
      while (rows.next()) {
        kept.put(rows.getLong(1), rows.getString(2));
      }
    }
    return kept;
  }
}
