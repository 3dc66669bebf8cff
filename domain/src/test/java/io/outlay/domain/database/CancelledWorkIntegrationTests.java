package io.outlay.domain.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.test.MigratedDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Work that is cancelled at any moment gives its connection back, with nothing open on it. */
class CancelledWorkIntegrationTests {

  private static final int ROUNDS = 400;
  private static final int CONNECTIONS = 6;
  private static final long SEED = 20_261_122;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TOUCH =
      "UPDATE organization SET name = name WHERE organization_id = $1";

  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final List<OrganizationId> ORGANIZATIONS =
      List.of(MIGRATED.addOrganization("one"), MIGRATED.addOrganization("two"));

  private final Random random = new Random(SEED);

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void ofTransactions() throws SQLException {
    cancelManyTimes(
        organization ->
            work(organization).transaction(session -> touched(session, organization)).then());
  }

  @Test
  void ofSingleStatements() throws SQLException {
    cancelManyTimes(
        organization -> work(organization).update(TOUCH, List.of(organization.value())).then());
  }

  private void cancelManyTimes(Function<OrganizationId, Mono<Void>> work) throws SQLException {
    Flux.range(0, ROUNDS)
        .flatMap(round -> cut(work.apply(organization(round))), CONNECTIONS)
        .blockLast(PATIENCE);

    assertThat(ORGANIZATIONS)
        .allSatisfy(organization -> assertThat(connectionsFor(organization)).hasSize(CONNECTIONS));
    assertThat(openTransactions()).isZero();
  }

  /** Backends that find the organization, asked all at the same time. */
  private static Set<Integer> connectionsFor(OrganizationId organization) {
    return Flux.range(0, CONNECTIONS)
        .flatMap(
            connection ->
                work(organization)
                    .one(
                        "SELECT pg_backend_pid() FROM organization, pg_sleep(1)"
                            + " WHERE organization_id = $1",
                        List.of(organization.value()),
                        row -> Objects.requireNonNull(row.get(0, Integer.class))),
            CONNECTIONS)
        .collect(Collectors.toSet())
        .blockOptional(PATIENCE)
        .orElseThrow();
  }

  /** Ends as the work does or within 3 ms, whichever is first. */
  private Mono<Void> cut(Mono<Void> work) {
    Duration moment = Duration.ofNanos(random.nextLong(3_000_000));
    return Mono.firstWithSignal(
        work.onErrorResume(error -> Mono.empty()), Mono.delay(moment).then());
  }

  private static OrganizationId organization(int round) {
    return ORGANIZATIONS.get(round % ORGANIZATIONS.size());
  }

  private static Database.Work work(OrganizationId organization) {
    return MIGRATED.database().inOrganization(organization);
  }

  private static Mono<Long> touched(Session session, OrganizationId organization) {
    return session
        .update(TOUCH, List.of(organization.value()))
        .flatMap(touched -> session.update(TOUCH, List.of(organization.value())));
  }

  private static long openTransactions() throws SQLException {
    try (Connection connection = MIGRATED.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
