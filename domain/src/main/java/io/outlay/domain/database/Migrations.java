package io.outlay.domain.database;

import static io.r2dbc.spi.ConnectionFactoryOptions.DATABASE;
import static io.r2dbc.spi.ConnectionFactoryOptions.HOST;
import static io.r2dbc.spi.ConnectionFactoryOptions.PORT;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings the tables of a database to the form this program needs. Several processes may do so at
 * once: one does the work and the others wait.
 */
public final class Migrations {

  /** Options of an R2DBC address that keep their meaning for the blocking driver. */
  private static final Map<String, String> SHARED_OPTIONS =
      Map.of(
          "sslMode", "sslmode",
          "sslRootCert", "sslrootcert",
          "sslCert", "sslcert",
          "sslKey", "sslkey",
          "sslPassword", "sslpassword");

  private static final int DEFAULT_PORT = 5432;
  private static final int CONNECT_SECONDS = 4;

  private Migrations() {}

  /**
   * Applies what is missing. Blocks until it is done: call it from a thread that may wait, never
   * from an event loop.
   *
   * @return how many migrations were applied
   */
  public static int run(DatabaseSettings settings) {
    return Flyway.configure()
        .dataSource(dataSource(settings))
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .load()
        .migrate()
        .migrationsExecuted;
  }

  /** The same database, with the same login and encryption, through the blocking driver. */
  static PGSimpleDataSource dataSource(DatabaseSettings settings) {
    ConnectionFactoryOptions options = ConnectionFactoryOptions.parse(settings.url());
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {text(options, HOST)});
    Object port = options.getValue(PORT);
    source.setPortNumbers(
        new int[] {port == null ? DEFAULT_PORT : Integer.parseInt(port.toString())});
    source.setDatabaseName(text(options, DATABASE));
    source.setUser(settings.username());
    source.setPassword(settings.password());
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setApplicationName("outlay-migrations");
    SHARED_OPTIONS.forEach((theirs, ours) -> share(options, theirs, source, ours));
    return source;
  }

  private static String text(ConnectionFactoryOptions options, Option<?> option) {
    return Objects.toString(options.getRequiredValue(option));
  }

  private static void share(
      ConnectionFactoryOptions options, String theirs, PGSimpleDataSource source, String ours) {
    Object value = options.getValue(Option.valueOf(theirs));
    if (value != null) {
      try {
        source.setProperty(ours, value.toString());
      } catch (java.sql.SQLException e) {
        throw new IllegalArgumentException(
            "spring.r2dbc.url: " + theirs + " is not understood: " + e.getMessage(), e);
      }
    }
  }
}
