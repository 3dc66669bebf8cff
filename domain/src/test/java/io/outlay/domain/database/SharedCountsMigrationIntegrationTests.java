package io.outlay.domain.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.embedded.test.SharedServices;
import io.outlay.embedded.test.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was stored while counts by kind were whole numbers, after they are kept in millionths. */
class SharedCountsMigrationIntegrationTests {

  private static final String BEFORE = "111";

  private TestDatabase test;

  @BeforeEach
  void create() {
    test = SharedServices.get().createDatabase();
  }

  @AfterEach
  void drop() {
    SharedServices.get().dropDatabase(test);
  }

  @Test
  void countsStayWhatTheyWere() throws SQLException {
    migrate(BEFORE);
    asSuperuser(
        "SET session_replication_role = replica", // rows without their parents
        "SELECT ensure_fact_partition('2026-11-01')",
        """
        INSERT INTO fact (organization_id, day, slice_id, campaign_id, ad_group_id, ad_id, segment_id, currency_code, first_day,
                          ad_account_id, measurer, view, impressions, installs, leads, purchases, video_views, valid_from)
        VALUES (1, '2026-11-03', 1, 1, 0, 0, 0, 'KRW', '2026-11-03', 1, 'PLATFORM', 'DELIVERY', 90, 7, 0, 2, 5, 1)
        """,
        """
        INSERT INTO period_reading (organization_id, ad_account_id, day, age_days, totals, read_at)
        VALUES (1, 1, '2026-11-03', 1, '{"spend": 12, "installs": 7, "purchases": 0, "videoViews": 5}', now()),
               (1, 1, '2026-11-03', 2, '{"spend": 12}', now())
        """);

    migrate("latest");

    assertThat(
            asSuperuser(
                """
                SELECT impressions || ' ' || installs_micros || ' ' || coalesce(sign_ups_micros::text, 'none') || ' ' || leads_micros
                       || ' ' || purchases_micros || ' ' || video_views FROM fact
                """))
        .containsExactly("90 7000000 none 0 2000000 5");
    assertThat(asSuperuser("SELECT totals::text FROM period_reading ORDER BY age_days"))
        .containsExactly(
            "{\"spend\": 12, \"installs\": 7000000, \"purchases\": 0, \"videoViews\": 5}",
            "{\"spend\": 12}");
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(test.jdbcUrl(), test.username(), test.password())
        .target(target)
        .load()
        .migrate();
  }

  /** The first column of what the last statement answers. */
  private List<String> asSuperuser(String... statements) throws SQLException {
    var postgres = SharedServices.get().postgres();
    List<String> answer = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(
                test.jdbcUrl(), postgres.superuser(), postgres.superuserPassword());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        answer.clear();
        if (statement.execute(sql)) {
          ResultSet rows = statement.getResultSet();
          while (rows.next()) {
            answer.add(rows.getString(1));
          }
        }
      }
    }
    return answer;
  }
}
