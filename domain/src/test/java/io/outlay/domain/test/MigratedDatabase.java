package io.outlay.domain.test;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.DatabaseSettings;
import io.outlay.domain.database.Migrations;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.embedded.test.SharedServices;
import io.outlay.embedded.test.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** A database of its own with Outlay's tables, for one test class; close it after the class. */
public final class MigratedDatabase implements AutoCloseable {

  /**
   * Numbers differ between the databases of one JVM: its tests share a Kafka, and a slice that one
   * class left in the log must not find its organization in the database of the next.
   */
  private static final AtomicLong NEXT_ORGANIZATION = new AtomicLong(1_000);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TestDatabase test;
  private final Database database;

  private MigratedDatabase(TestDatabase test, Database database) {
    this.test = test;
    this.database = database;
  }

  /** Migrated once in this JVM; each database is a copy of it, which takes a tenth of the time. */
  private static final class Template {

    private static final TestDatabase MIGRATED = migrated();

    private static TestDatabase migrated() {
      TestDatabase empty = SharedServices.get().createDatabase();
      Migrations.run(settings(empty));
      return empty;
    }
  }

  /** Creates a fresh database with all tables on the shared PostgreSQL. */
  public static MigratedDatabase create() {
    TestDatabase test = SharedServices.get().copyDatabase(Template.MIGRATED);
    grantOnItself(test);
    return new MigratedDatabase(test, new Database(settings(test)));
  }

  /** As the first migration does; a copy does not take rights on the database itself along. */
  private static void grantOnItself(TestDatabase test) {
    try (Connection owner =
            DriverManager.getConnection(test.jdbcUrl(), test.username(), test.password());
        Statement statement = owner.createStatement()) {
      statement.execute(
          "GRANT TEMPORARY ON DATABASE %s TO outlay_app, outlay_system".formatted(test.name()));
    } catch (SQLException e) {
      throw new IllegalStateException("no rights on " + test.name(), e);
    }
  }

  private static DatabaseSettings settings(TestDatabase test) {
    return new DatabaseSettings(
        test.r2dbcUrl(), test.username(), test.password(), 6, 3, Duration.ofSeconds(10));
  }

  /** The database as the program sees it. */
  public Database database() {
    return database;
  }

  /** A second program over the same database, with pools of its own; the caller closes it. */
  public Database anotherProcess() {
    return new Database(settings(test));
  }

  /** Addresses and credentials. */
  public TestDatabase address() {
    return test;
  }

  /** Adds an organization that reports in US dollars by UTC days. */
  public OrganizationId addOrganization(String key) {
    String sql =
        "INSERT INTO organization (organization_id, key, name, currency_code, time_zone)"
            + " VALUES ($1, $2, $2, 'USD', 'UTC') RETURNING organization_id";
    Long id =
        database
            .asSystem()
            .one(
                sql,
                List.of(NEXT_ORGANIZATION.incrementAndGet(), key),
                row -> Objects.requireNonNull(row.get(0, Long.class)))
            .block(PATIENCE);
    return new OrganizationId(Objects.requireNonNull(id));
  }

  /** A JDBC connection of a superuser, for looking at what nobody else may see. */
  public Connection superuser() throws SQLException {
    var postgres = SharedServices.get().postgres();
    return DriverManager.getConnection(
        test.jdbcUrl(), postgres.superuser(), postgres.superuserPassword());
  }

  @Override
  public void close() {
    database.close();
    SharedServices.get().dropDatabase(test);
  }
}
