package io.outlay.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServicesIntegrationTests {
  private static final Path SOFTWARE = Path.of("target", "embedded-software");

  @TempDir Path folder;

  private EmbeddedOptions options(String home) {
    return EmbeddedOptions.in(folder.resolve(home))
        .software(SOFTWARE)
        .durability(Durability.FORGET);
  }

  @Test
  void keepsDataOfAllServicesOverARestart() {
    List<String> progress = new CopyOnWriteArrayList<>();
    EmbeddedOptions options =
        options("home").durability(Durability.KEEP).reportingTo(progress::add);
    try (EmbeddedServices services = EmbeddedServices.start(options)) {
      Footprints.leave(services);
    }

    try (EmbeddedServices services = EmbeddedServices.start(options)) {
      assertThat(Footprints.of(services)).isEqualTo(Footprints.ALL);
    }
    assertThat(progress)
        .hasSize(8)
        .anySatisfy(line -> assertThat(line).startsWith("Kafka ready on 127.0.0.1:"));
  }

  @Test
  void writesThroughToTheDiskUnlessToldNotTo() {
    EmbeddedOptions postgres = options("home").only(Set.of(ServiceKind.POSTGRESQL));
    try (EmbeddedServices services = EmbeddedServices.start(postgres.durability(Durability.KEEP))) {
      assertThat(Sql.ask(services.postgres(), "SHOW fsync")).isEqualTo("on");
    }
    try (EmbeddedServices services =
        EmbeddedServices.start(postgres.durability(Durability.FORGET))) {
      assertThat(Sql.ask(services.postgres(), "SHOW fsync")).isEqualTo("off");
    }
  }

  @Test
  void ownsTheDatabaseByARoleThatRowLevelSecurityBinds() {
    try (EmbeddedServices services =
        EmbeddedServices.start(options("home").only(Set.of(ServiceKind.POSTGRESQL)))) {
      String role =
          "SELECT rolname || ' ' || rolsuper || ' ' || rolbypassrls || ' ' || rolcreaterole";
      assertThat(Sql.ask(services.postgres(), role + " FROM pg_roles WHERE rolname = current_user"))
          .isEqualTo("outlay false false true");
    }
  }

  @Test
  void refusesASecondServerOnTheSameHomeInOneLine() {
    EmbeddedOptions redis = options("home").only(Set.of(ServiceKind.REDIS));
    try (EmbeddedServices first = EmbeddedServices.start(redis)) {
      assertThatThrownBy(() -> EmbeddedServices.start(redis))
          .isInstanceOf(HomeInUseException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("outlay.home")
          .hasMessageNotContaining("\n");
      assertThat(first.redis().isReady()).isTrue();
    }
  }

  @Test
  void runsSideBySideInTwoHomes() {
    Set<ServiceKind> kinds = Set.of(ServiceKind.POSTGRESQL, ServiceKind.REDIS);
    try (EmbeddedServices first = EmbeddedServices.start(options("first").only(kinds));
        EmbeddedServices second = EmbeddedServices.start(options("second").only(kinds))) {
      Sql.run(first.postgres(), "CREATE TABLE only_here ()");

      assertThat(Sql.ask(second.postgres(), "SELECT to_regclass('only_here') IS NULL"))
          .isEqualTo("t");
      assertThat(first.redis().isReady()).isTrue();
      assertThat(second.redis().isReady()).isTrue();
    }
  }
}
