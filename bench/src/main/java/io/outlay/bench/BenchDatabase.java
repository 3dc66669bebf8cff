package io.outlay.bench;

import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.DatabaseSettings;
import io.outlay.domain.database.Migrations;
import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.OrganizationDetails;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.postgres.Organizations;
import io.outlay.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** A database with Outlay's tables, as the program uses it: row-level security on. */
final class BenchDatabase implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Database database;

  private BenchDatabase(DatabaseSettings settings) {
    Migrations.run(settings);
    this.database = new Database(settings);
  }

  static BenchDatabase in(EmbeddedPostgres postgres) {
    return at(postgres.r2dbcUrl(), postgres.username(), postgres.password());
  }

  static BenchDatabase at(String r2dbcUrl, String username, String password) {
    return new BenchDatabase(
        new DatabaseSettings(r2dbcUrl, username, password, 8, 4, Duration.ofSeconds(30)));
  }

  Database database() {
    return database;
  }

  /** The organization of a key, made where there is none. */
  OrganizationId organization(String key) {
    Organizations organizations = new Organizations(database, new AuditLog(database));
    return Objects.requireNonNull(
        organizations
            .findByKey(key)
            .switchIfEmpty(
                Mono.defer(
                    () ->
                        organizations.create(
                            OrganizationDetails.of(key, key, "USD", "UTC"), "bench")))
            .map(Organization::id)
            .block(PATIENCE));
  }

  /** A number read for an organization; 0 for null. */
  long number(OrganizationId organization, String sql) {
    return Objects.requireNonNull(
        database
            .inOrganization(organization)
            .one(sql, List.of(), row -> Objects.requireNonNullElse(row.get(0, Long.class), 0L))
            .block(PATIENCE));
  }

  @Override
  public void close() {
    database.close();
  }
}
