package io.outlay.domain.version.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.version.DataVersion;
import io.outlay.domain.version.VersionChange;
import io.outlay.domain.version.VersionChanges;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;

/** Reads what versions changed from the table that every change writes. */
public final class PostgresVersionChanges implements VersionChanges {

  private static final String BETWEEN =
      """
      SELECT * FROM (
        SELECT version, committed_at, first_day, last_day, channels
          FROM data_version
         WHERE organization_id = $1 AND version > $2 AND version <= $3
         ORDER BY version DESC LIMIT 1000) latest
       ORDER BY version\
      """;

  private final Database database;

  /** Works on the given database. */
  public PostgresVersionChanges(Database database) {
    this.database = database;
  }

  @Override
  public Flux<VersionChange> between(OrganizationId organization, long after, long upTo) {
    return after >= upTo
        ? Flux.empty()
        : database
            .inOrganization(organization)
            .query(BETWEEN, List.of(organization.value(), after, upTo), row -> toChange(row));
  }

  private static VersionChange toChange(Readable row) {
    long number = Objects.requireNonNull(row.get("version", Long.class));
    OffsetDateTime at = Objects.requireNonNull(row.get("committed_at", OffsetDateTime.class));
    return new VersionChange(
        new DataVersion(number, at.toInstant()),
        row.get("first_day", LocalDate.class),
        row.get("last_day", LocalDate.class),
        List.of(Objects.requireNonNull(row.get("channels", String[].class))));
  }
}
