package io.outlay.domain.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.test.MigratedDatabase;
import io.outlay.embedded.test.SharedServices;
import io.outlay.embedded.test.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/operations.md promises about the rights of the login that owns the tables. */
class MigrationRightsIntegrationTests {

  private static final String LOGIN = "outlay_without_createrole";

  @Test
  void aLoginThatMayNotMakeRolesMigratesOnceAnAdministratorHasMadeThem() throws SQLException {
    MigratedDatabase.create().close(); // the two roles are there
    TestDatabase test = SharedServices.get().createDatabase();
    try {
      asSuperuser(
          test,
          "DROP ROLE IF EXISTS " + LOGIN,
          "CREATE ROLE " + LOGIN + " LOGIN PASSWORD 'plain'",
          "GRANT outlay_app, outlay_system TO "
              + LOGIN
              + " WITH ADMIN TRUE, INHERIT FALSE, SET TRUE",
          "ALTER DATABASE " + test.name() + " OWNER TO " + LOGIN,
          "ALTER SCHEMA public OWNER TO " + LOGIN);
      DatabaseSettings settings =
          new DatabaseSettings(test.r2dbcUrl(), LOGIN, "plain", 2, 2, Duration.ofSeconds(10));

      Migrations.run(settings);
      Migrations.run(settings);

      try (Database database = new Database(settings)) {
        assertThat(
                database
                    .asSystem()
                    .one(
                        "SELECT count(*) FROM organization",
                        List.of(),
                        row -> row.get(0, Long.class))
                    .block(Duration.ofSeconds(20)))
            .isZero();
      }
    } finally {
      SharedServices.get().dropDatabase(test);
    }
  }

  private static void asSuperuser(TestDatabase test, String... statements) throws SQLException {
    var postgres = SharedServices.get().postgres();
    try (Connection connection =
            DriverManager.getConnection(
                test.jdbcUrl(), postgres.superuser(), postgres.superuserPassword());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
