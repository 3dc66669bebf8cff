package io.outlay.domain.useractivity.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.useractivity.ActivityCodec;
import io.outlay.domain.useractivity.UserActivities;
import io.outlay.domain.useractivity.UserActivity;
import io.outlay.domain.useractivity.UserActivity.ImportedValue;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of users for scoring, in PostgreSQL. */
public final class PostgresUserActivities implements UserActivities {

  private static final int MOST_USERS = 1_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String SQL =
      """
      SELECT user_id, version, known_to, activity, devices, device_users, addresses, address_users, imported
        FROM user_activity WHERE organization_id = $1 AND user_id = ANY ($2::bigint[])
      """;

  private final Database database;

  /** Reads the given database. */
  public PostgresUserActivities(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Map<Long, UserActivity>> of(OrganizationId organization, Collection<Long> userIds) {
    if (userIds.size() > MOST_USERS) {
      return Mono.error(
          new IllegalArgumentException(userIds.size() + " users; at most " + MOST_USERS));
    }
    return database
        .inOrganization(organization)
        .query(
            SQL,
            List.of(organization.value(), Nulls.ids(userIds)),
            PostgresUserActivities::activity)
        .collectMap(UserActivity::userId);
  }

  private static UserActivity activity(Readable row) {
    return new UserActivity(
        Rows.get(row, "user_id", Long.class),
        Rows.get(row, "version", Long.class),
        Rows.get(row, "known_to", Instant.class),
        ActivityCodec.decode(Rows.get(row, "activity", byte[].class)),
        Rows.get(row, "device_users", Integer.class),
        Rows.get(row, "devices", Integer.class),
        Rows.get(row, "address_users", Integer.class),
        Rows.get(row, "addresses", Integer.class),
        imported(row.get("imported", String.class)));
  }

  /** {@code {"name": [value, "known at"]}}. */
  private static Map<String, ImportedValue> imported(@Nullable String json) {
    if (json == null) {
      return Map.of();
    }
    Map<String, ImportedValue> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : JSON.readTree(json).properties()) {
      JsonNode value = entry.getValue();
      values.put(
          entry.getKey(),
          new ImportedValue(
              value.get(0).doubleValue(),
              OffsetDateTime.parse(value.get(1).stringValue()).toInstant()));
    }
    return values;
  }
}
