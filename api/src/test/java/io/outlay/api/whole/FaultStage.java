package io.outlay.api.whole;

import io.outlay.domain.test.MigratedDatabase;
import io.outlay.embedded.test.SharedServices;
import io.outlay.embedded.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A database for one test class on the shared services, and the server processes that use it. */
final class FaultStage implements AutoCloseable {

  /** None may find its organizations in the database of another class of this JVM. */
  private static final AtomicLong ORGANIZATIONS = new AtomicLong(500_000);

  private final MigratedDatabase database = MigratedDatabase.create();
  private final List<ServerProcess> servers = new ArrayList<>();
  private final Path folder =
      Files.createTempDirectory(Path.of("target").toAbsolutePath(), "fault");

  FaultStage() throws IOException {
    execute(
        "ALTER TABLE organization ALTER COLUMN organization_id RESTART WITH "
            + ORGANIZATIONS.addAndGet(100));
  }

  /** Starts one more server over the same services; waits until it is ready. */
  ServerProcess start(String name, String... more) throws IOException {
    return begin(name, more).awaitReady();
  }

  /** The same without waiting. */
  ServerProcess begin(String name, String... more) throws IOException {
    List<String> settings = settings();
    settings.addAll(List.of(more));
    ServerProcess server = ServerProcess.begin(name, settings);
    servers.add(server);
    return server;
  }

  /** The number in the only row and column, as a superuser sees it. */
  long number(String sql) {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** A connection that sees and may do everything. */
  Connection superuser() throws SQLException {
    return database.superuser();
  }

  @Override
  public void close() {
    servers.forEach(ServerProcess::close);
    SharedServices.get().deleteTopic("outlay.slices");
    SharedServices.get().deleteTopic("outlay.user-events");
    database.close();
  }

  private void execute(String sql) {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private List<String> settings() {
    SharedServices services = SharedServices.get();
    TestDatabase address = database.address();
    return new ArrayList<>(
        List.of(
            "--spring.r2dbc.url=" + address.r2dbcUrl(),
            "--spring.r2dbc.username=" + address.username(),
            "--spring.r2dbc.password=" + address.password(),
            "--spring.data.redis.url=" + services.redis().url(),
            "--spring.kafka.bootstrap-servers=" + services.kafka().bootstrapServers(),
            "--outlay.home=" + folder,
            "--outlay.imports.work-folder=" + folder.resolve("imports")));
  }
}
