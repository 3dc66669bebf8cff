package io.outlay.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServicesFaultTests {
  private static final Path SOFTWARE = Path.of("target", "embedded-software");
  private static final Duration END = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void leavesNoChildBehindAKilledServerAndStartsAgainWithItsData() throws Exception {
    Path home = folder.resolve("home");
    try (OwnerProcess owner = OwnerProcess.start(home, SOFTWARE)) {
      owner.kill();

      Eventually.allEnded(END, owner.services());
      assertThat(owner.services()).hasSize(3);
    }

    try (EmbeddedServices services =
        EmbeddedServices.start(
            EmbeddedOptions.in(home).software(SOFTWARE).durability(Durability.FORGET))) {
      assertThat(Footprints.of(services)).isEqualTo(Footprints.ALL);
    }
  }

  @Test
  void startsAtOnceWhileTheServicesOfAKilledServerStillEnd() throws Exception {
    Path home = folder.resolve("home");
    try (OwnerProcess owner =
        OwnerProcess.start(home, SOFTWARE, ServiceKind.POSTGRESQL, ServiceKind.REDIS)) {
      owner.kill();
      try (EmbeddedServices services = start(home, ServiceKind.POSTGRESQL, ServiceKind.REDIS)) {
        assertThat(Sql.ask(services.postgres(), "SELECT 1")).isEqualTo("1");
        assertThat(RedisClient.ask(services.redis(), "PING")).contains("PONG");
        Eventually.allEnded(END, owner.services());
      }
    }
  }

  @Test
  void endsOrphansWhoseWatchersWereKilledToo() throws Exception {
    Path home = folder.resolve("home");
    try (OwnerProcess owner =
        OwnerProcess.start(home, SOFTWARE, ServiceKind.POSTGRESQL, ServiceKind.REDIS)) {
      assertThat(watchersOf(home))
          .hasSize(2)
          .allSatisfy(watcher -> assertThat(watcher.destroyForcibly()).isTrue());
      owner.kill();
      assertThat(owner.services()).allMatch(pid -> ProcessHandle.of(pid).orElseThrow().isAlive());

      try (EmbeddedServices services = start(home, ServiceKind.POSTGRESQL, ServiceKind.REDIS)) {
        assertThat(Sql.ask(services.postgres(), "SELECT 1")).isEqualTo("1");
        Eventually.allEnded(END, owner.services());
      }
    }
  }

  private static List<ProcessHandle> watchersOf(Path home) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains("watcher"))
        .filter(process -> process.info().commandLine().orElse("").contains(home.toString()))
        .toList();
  }

  @Test
  void givesAStaleProcessIdToNobodyElse() throws Exception {
    Path home = folder.resolve("home");
    start(home, ServiceKind.POSTGRESQL).close();
    String thisProcess = Long.toString(ProcessHandle.current().pid());
    Files.writeString(home.resolve("postgresql/pid"), thisProcess);
    Files.writeString(home.resolve("postgresql/data/postmaster.pid"), thisProcess + "\n");

    try (EmbeddedServices services = start(home, ServiceKind.POSTGRESQL)) {
      assertThat(Sql.ask(services.postgres(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void endsFrozenServicesOfAKilledServer() throws Exception {
    try (OwnerProcess owner =
        OwnerProcess.start(folder.resolve("home"), SOFTWARE, ServiceKind.REDIS)) {
      long redis = owner.services().getFirst();
      Commands.run(folder, List.of("sh", "-c", "kill -s STOP \"$1\"", "sh", Long.toString(redis)));
      owner.kill();

      Eventually.allEnded(END, owner.services());
    }
  }

  @Test
  void stopsCleanlyOnCtrlC() throws Exception {
    Path home = folder.resolve("home");
    try (OwnerProcess owner = OwnerProcess.start(home, SOFTWARE)) {
      owner.interruptGroup();

      Eventually.allEnded(Duration.ZERO, owner.services());
    }
    assertThat(log(home, "postgresql")).contains("database system is shut down");
    assertThat(log(home, "redis")).contains("bye bye");
    assertThat(home.resolve("kafka/data/.kafka_cleanshutdown")).exists();
  }

  @Test
  void stopsAndStartsOneServiceOnItsPort() throws Exception {
    try (EmbeddedServices services =
        start(folder.resolve("home"), ServiceKind.POSTGRESQL, ServiceKind.REDIS)) {
      EmbeddedRedis redis = services.redis();
      int port = redis.port();
      RedisClient.ask(redis, "SET mark kept");
      redis.stop();
      assertThat(redis.isRunning()).isFalse();
      assertThat(Sql.ask(services.postgres(), "SELECT 1")).isEqualTo("1");

      redis.start();
      assertThat(redis.port()).isEqualTo(port);
      assertThat(RedisClient.ask(redis, "GET mark")).contains("kept");

      services.postgres().kill();
      services.postgres().start();
      assertThat(Sql.ask(services.postgres(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void freezesAndContinuesAService() throws Exception {
    try (EmbeddedServices services = start(folder.resolve("home"), ServiceKind.REDIS)) {
      EmbeddedRedis redis = services.redis();
      redis.pause();
      assertThatThrownBy(() -> pingWithin(Duration.ofMillis(300), redis))
          .isInstanceOf(SocketTimeoutException.class);

      redis.resume();
      assertThat(RedisClient.ask(redis, "PING")).contains("PONG");

      redis.pause(); // closing must not wait for a frozen service to hear
    }
  }

  @Test
  void freezesEveryProcessOfPostgres() throws Exception {
    try (EmbeddedServices services = start(folder.resolve("home"), ServiceKind.POSTGRESQL)) {
      EmbeddedPostgres postgres = services.postgres();
      try (Connection open = Sql.connect(postgres);
          Statement asked = open.createStatement()) {
        postgres.pause();
        open.setNetworkTimeout(Runnable::run, 300);
        assertThatThrownBy(() -> asked.execute("SELECT 1"))
            .isInstanceOf(SQLException.class)
            .hasRootCauseInstanceOf(SocketTimeoutException.class);
      }
      postgres.resume();
      assertThat(Sql.ask(postgres, "SELECT 1")).isEqualTo("1");
    }
  }

  private static void pingWithin(Duration limit, EmbeddedRedis redis) throws IOException {
    try (Socket socket = new Socket(redis.host(), redis.port())) {
      socket.setSoTimeout((int) limit.toMillis());
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.UTF_8));
      assertThat(socket.getInputStream().read()).isNotNegative();
    }
  }

  private static EmbeddedServices start(Path home, ServiceKind... kinds) {
    return EmbeddedServices.start(
        EmbeddedOptions.in(home)
            .software(SOFTWARE)
            .durability(Durability.FORGET)
            .only(Set.of(kinds)));
  }

  private static String log(Path home, String name) throws IOException {
    return Files.readString(home.resolve("logs").resolve(name + ".log"));
  }
}
