package io.outlay.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.embedded.test.SharedServices;
import io.outlay.embedded.test.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SharedServicesIntegrationTests {

  @Test
  void givesEachTestAnEmptyDatabaseOfItsOwn() throws SQLException {
    TestDatabase first = SharedServices.get().createDatabase();
    TestDatabase second = SharedServices.get().createDatabase();

    assertThat(first.name()).isNotEqualTo(second.name());
    try (Connection connection =
        DriverManager.getConnection(second.jdbcUrl(), second.username(), second.password())) {
      assertThat(connection.getCatalog()).isEqualTo(second.name());
      assertThat(connection.createStatement().execute("CREATE SCHEMA made_by_the_owner")).isFalse();
    }
  }
}
