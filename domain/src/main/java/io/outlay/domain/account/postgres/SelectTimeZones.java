package io.outlay.domain.account.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.organization.OrganizationId;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The time zones in which an organization and its ad accounts live: a handful. */
public final class SelectTimeZones {

  private static final String SELECT =
      """
      SELECT time_zone FROM organization WHERE organization_id = $1
      UNION
      SELECT time_zone FROM ad_account WHERE organization_id = $1
      """;

  private final Database database;

  /** Reads as the organization asked about. */
  public SelectTimeZones(Database database) {
    this.database = database;
  }

  /** Each zone once. */
  public Mono<Set<ZoneId>> of(OrganizationId organization) {
    return database
        .inOrganization(organization)
        .query(
            SELECT,
            List.of(organization.value()),
            row -> ZoneId.of(Objects.requireNonNull(row.get("time_zone", String.class))))
        .collect(Collectors.toUnmodifiableSet());
  }
}
