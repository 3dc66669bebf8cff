package io.outlay.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Short questions to an embedded PostgreSQL, as the role that owns the database. */
final class Sql {

  private Sql() {}

  static void run(EmbeddedPostgres postgres, String statement) {
    try (Connection connection = connect(postgres);
        Statement executed = connection.createStatement()) {
      executed.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(statement, e);
    }
  }

  /** The only value of the answer, as text. */
  static String ask(EmbeddedPostgres postgres, String query) {
    try (Connection connection = connect(postgres);
        Statement executed = connection.createStatement();
        ResultSet answer = executed.executeQuery(query)) {
      answer.next();
      return answer.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }

  static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(), postgres.username(), postgres.password());
  }
}
