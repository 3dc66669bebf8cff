package io.outlay.domain.performance.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.test.MigratedDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** A month that is mentioned first waits for nobody and lets nobody wait. */
class NewMonthIntegrationTests {

  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void isMadeWhileFactsAreReadAndWritten() throws SQLException {
    try (Connection busy = MIGRATED.superuser();
        Connection maker = MIGRATED.superuser();
        Statement reads = busy.createStatement();
        Statement makes = maker.createStatement()) {
      makes.execute("SELECT ensure_fact_partition('2019-01-01')");
      busy.setAutoCommit(false);
      reads.execute("SELECT count(*) FROM fact");
      reads.execute("DELETE FROM fact WHERE day = '2019-01-02'");

      makes.execute("SET lock_timeout = '2s'");
      makes.execute("SELECT ensure_fact_partition('2019-02-01')");

      busy.rollback();
      assertThat(bounds(makes, "fact_2019_02"))
          .isEqualTo("FOR VALUES FROM ('2019-02-01') TO ('2019-03-01')");
      assertThat(bounds(makes, "fact_history_2019_02"))
          .isEqualTo("FOR VALUES FROM ('2019-02-01') TO ('2019-03-01')");
    }
  }

  @Test
  void hasTheIndexesOfTheWholeAndNoConstraintOfItsOwn() throws SQLException {
    try (Connection maker = MIGRATED.superuser();
        Statement statement = maker.createStatement()) {
      statement.execute("SELECT ensure_fact_partition('2018-05-01')");

      assertThat(number(statement, "pg_index WHERE indrelid = 'fact_2018_05'::regclass"))
          .isEqualTo(number(statement, "pg_index WHERE indrelid = 'fact'::regclass"));
      assertThat(
              number(
                  statement,
                  "pg_constraint WHERE conrelid = 'fact_2018_05'::regclass AND contype = 'c'"))
          .isZero();
    }
  }

  @Test
  void isMadeOnceWhereSeveralMeetItFirst() {
    List<LocalDate> months =
        IntStream.range(0, 24).mapToObj(LocalDate.of(2015, 1, 1)::plusMonths).toList();

    for (LocalDate month : months) {
      List<Boolean> made =
          Flux.range(0, 3)
              .flatMap(
                  process ->
                      MIGRATED
                          .database()
                          .asSystem()
                          .one(
                              "SELECT ensure_fact_partition($1)",
                              List.of(month),
                              row -> Objects.requireNonNull(row.get(0, Boolean.class))))
              .collectList()
              .block(Duration.ofSeconds(20));
      assertThat(made).hasSize(3);
    }
  }

  private static String bounds(Statement statement, String table) throws SQLException {
    return text(
        statement,
        "SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE oid = '%s'::regclass"
            .formatted(table));
  }

  private static long number(Statement statement, String from) throws SQLException {
    return Long.parseLong(text(statement, "SELECT count(*) FROM " + from));
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
