package io.outlay.domain.user.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.user.User;
import io.outlay.domain.user.Users;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Users in PostgreSQL. */
public final class PostgresUsers implements Users {

  // A number that was given up when two users turned out to be one leads to the one.
  private static final String BY_IDS =
      """
      SELECT asked.id AS asked, u.user_id, u.external_id, u.created_at
        FROM unnest($2::bigint[]) AS asked (id)
        LEFT JOIN merged_user m ON m.organization_id = $1 AND m.former_user_id = asked.id
        JOIN app_user u ON u.organization_id = $1 AND u.user_id = coalesce(m.user_id, asked.id)
      """;

  private static final String BY_EXTERNAL_IDS =
      """
      SELECT i.external_id AS asked, u.user_id, u.external_id, u.created_at
        FROM user_identity i
        JOIN app_user u ON u.organization_id = i.organization_id AND u.user_id = i.user_id
       WHERE i.organization_id = $1 AND i.external_id = ANY ($2::text[])
      """;

  private final Database database;

  /** Reads the given database. */
  public PostgresUsers(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Map<Long, User>> byIds(OrganizationId organization, Collection<Long> ids) {
    return find(organization, BY_IDS, Nulls.ids(ids), Long.class);
  }

  @Override
  public Mono<Map<String, User>> byExternalIds(
      OrganizationId organization, Collection<String> externalIds) {
    String[] ids = externalIds.stream().distinct().toArray(String[]::new);
    return find(organization, BY_EXTERNAL_IDS, ids, String.class);
  }

  private <T> Mono<Map<T, User>> find(
      OrganizationId organization, String sql, Object asked, Class<T> type) {
    return database
        .inOrganization(organization)
        .query(
            sql,
            List.of(organization.value(), asked),
            row -> Map.entry(Rows.get(row, "asked", type), user(organization, row)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private static User user(OrganizationId organization, Readable row) {
    return new User(
        organization,
        Rows.get(row, "user_id", Long.class),
        Rows.get(row, "external_id", String.class),
        Rows.get(row, "created_at", Instant.class));
  }
}
