package io.outlay.embedded.test;

import io.outlay.embedded.Durability;
import io.outlay.embedded.EmbeddedKafka;
import io.outlay.embedded.EmbeddedOptions;
import io.outlay.embedded.EmbeddedPostgres;
import io.outlay.embedded.EmbeddedRedis;
import io.outlay.embedded.EmbeddedServices;
import io.outlay.embedded.ServiceKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * One PostgreSQL, one Redis and one Kafka for all tests of this JVM, each started when first asked
 * for and empty then. They do not wait for the disk. They end with the JVM; nobody closes them.
 *
 * <p>A test which stops or freezes a service must bring it back.
 */
public final class SharedServices {
  private static final SharedServices SHARED = new SharedServices();
  private static final int PATIENCE_SECONDS = 30;

  private final Map<ServiceKind, EmbeddedServices> started = new EnumMap<>(ServiceKind.class);
  private int databases;

  private SharedServices() {}

  /** The set of this JVM. */
  public static SharedServices get() {
    return SHARED;
  }

  /** Starts PostgreSQL when it is asked for first. */
  public EmbeddedPostgres postgres() {
    return started(ServiceKind.POSTGRESQL).postgres();
  }

  /** Starts Redis when it is asked for first. */
  public EmbeddedRedis redis() {
    return started(ServiceKind.REDIS).redis();
  }

  /** Starts Kafka when it is asked for first. */
  public EmbeddedKafka kafka() {
    return started(ServiceKind.KAFKA).kafka();
  }

  private synchronized EmbeddedServices started(ServiceKind kind) {
    return started.computeIfAbsent(kind, SharedServices::start);
  }

  private static EmbeddedServices start(ServiceKind kind) {
    Path target = Path.of("target").toAbsolutePath();
    EmbeddedServices services =
        EmbeddedServices.start(
            EmbeddedOptions.in(TestHomes.fresh(target))
                .software(target.resolve("embedded-software"))
                .durability(Durability.FORGET)
                .only(Set.of(kind)));
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> discard(services), "discard-embedded-" + kind));
    return services;
  }

  private static void discard(EmbeddedServices services) {
    services.close();
    TestHomes.delete(services.home());
  }

  /** Makes an empty database; starts PostgreSQL when needed. */
  public TestDatabase createDatabase() {
    return createDatabase("template1");
  }

  /**
   * Makes a copy of a database, rights on its tables included and on itself not. Nobody may be
   * connected to the one that is copied.
   */
  public TestDatabase copyDatabase(TestDatabase template) {
    return createDatabase(template.name());
  }

  private TestDatabase createDatabase(String template) {
    EmbeddedPostgres postgres = postgres();
    String name = nextName();
    execute(
        postgres,
        "CREATE DATABASE %s OWNER %s TEMPLATE %s".formatted(name, postgres.username(), template));
    return new TestDatabase(
        name,
        postgres.jdbcUrl(name),
        postgres.r2dbcUrl(name),
        postgres.host(),
        postgres.port(),
        postgres.username(),
        postgres.password());
  }

  /** Removes a database and ends what is still connected to it. */
  public void dropDatabase(TestDatabase database) {
    execute(postgres(), "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database.name()));
  }

  /**
   * Removes a topic with all it holds; whoever needs it makes it again. For a class that is done,
   * so that the next one does not read what it has left there.
   */
  public void deleteTopic(String name) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka().bootstrapServers()))) {
      admin.deleteTopics(List.of(name)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) { // nobody has used it
        throw new IllegalStateException("not deleted: topic " + name, e);
      }
    } catch (TimeoutException e) {
      throw new IllegalStateException("not deleted in time: topic " + name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while topic " + name + " was deleted", e);
    }
  }

  private synchronized String nextName() {
    databases++;
    return "test_" + databases;
  }

  private static void execute(EmbeddedPostgres postgres, String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.superuser(), postgres.superuserPassword());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("failed: " + sql, e);
    }
  }
}
