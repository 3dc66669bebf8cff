package io.outlay.domain.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.test.MigratedDatabase;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class DatabaseIntegrationTests {

  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Database DATABASE = MIGRATED.database();
  private static final OrganizationId FIRST = MIGRATED.addOrganization("first");
  private static final OrganizationId SECOND = MIGRATED.addOrganization("second");

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void unscopedStatementSeesOnlyTheOrganizationOfItsSession() {
    String unscoped = "SELECT organization_id FROM organization";

    for (int i = 0; i < 20; i++) {
      OrganizationId asking = i % 2 == 0 ? FIRST : SECOND;
      StepVerifier.create(
              DATABASE.inOrganization(asking).query(unscoped, List.of(), r -> r.get(0, Long.class)))
          .expectNext(asking.value())
          .verifyComplete();
    }
    StepVerifier.create(
            DATABASE.inNoOrganization().query(unscoped, List.of(), r -> r.get(0, Long.class)))
        .verifyComplete();
    StepVerifier.create(DATABASE.asSystem().query(unscoped, List.of(), r -> r.get(0, Long.class)))
        .expectNextCount(2)
        .verifyComplete();
  }

  @Test
  void bytesComeBackAsTheyWere() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    String same = "SELECT $1::bytea AS given, $2::bytea AS missing";

    StepVerifier.create(
            DATABASE
                .asSystem()
                .query(
                    same,
                    List.of(ByteBuffer.wrap(all, 100, 156), Nulls.of(ByteBuffer.class)),
                    row -> List.of(row.get("given", byte[].class), row.get("missing") == null)))
        .assertNext(
            row -> {
              assertThat(row.getFirst()).isEqualTo(Arrays.copyOfRange(all, 100, 256));
              assertThat(row.getLast()).isEqualTo(true);
            })
        .verifyComplete();
  }

  @Test
  void rollsBackWhenTheBodyFails() {
    var work = DATABASE.inOrganization(FIRST);
    StepVerifier.create(
            work.transaction(
                s ->
                    s.update(
                            "UPDATE organization SET name = 'changed' WHERE organization_id = $1",
                            List.of(FIRST.value()))
                        .then(Mono.error(new IllegalStateException("no")))))
        .verifyErrorMessage("no");
    StepVerifier.create(
            work.one("SELECT name FROM organization", List.of(), r -> r.get(0, String.class)))
        .expectNext("first")
        .verifyComplete();
  }

  @Test
  void cancelEndsTheStatementInTheDatabase() {
    var work = DATABASE.inOrganization(FIRST);
    var running = work.query("SELECT pg_sleep(9)::text", List.of(), r -> "x").subscribe();

    assertThat(sleepers().filter(n -> n == 1).blockFirst(Duration.ofSeconds(5))).isEqualTo(1);
    running.dispose();
    assertThat(sleepers().filter(n -> n == 0).blockFirst(Duration.ofSeconds(3))).isZero();

    for (int i = 0; i < 6; i++) {
      StepVerifier.create(
              work.one("SELECT name FROM organization", List.of(), r -> r.get(0, String.class)))
          .expectNext("first")
          .verifyComplete();
    }
  }

  private static Flux<Integer> sleepers() {
    return Flux.interval(Duration.ofMillis(50))
        .onBackpressureDrop()
        .concatMap(tick -> Mono.fromCallable(DatabaseIntegrationTests::countSleepers));
  }

  private static int countSleepers() throws SQLException {
    String sql =
        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state ="
            + " 'active'";
    try (var connection = MIGRATED.superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
