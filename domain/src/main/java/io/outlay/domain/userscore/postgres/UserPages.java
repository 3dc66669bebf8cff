package io.outlay.domain.userscore.postgres;

import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.user.User;
import io.outlay.domain.userscore.UserQuery;
import io.outlay.domain.userscore.UserScores.ListedUser;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Statements that list users. Which conditions there are decides which index is read. */
final class UserPages {

  private static final String OF_ALL =
      """
        FROM app_user u
       WHERE u.organization_id = $1 AND ($2::text IS NULL OR starts_with(u.external_id, $2))\
      """;

  private static final String OF_SCORED =
      """
        FROM user_score s
        JOIN app_user u ON u.organization_id = s.organization_id AND u.user_id = s.user_id
       WHERE s.organization_id = $1 AND ($2::text IS NULL OR starts_with(u.external_id, $2))
         AND s.kind = $3 AND s.probability >= $4 AND s.probability <= $5 AND ($6::text[] IS NULL OR s.band = ANY ($6))\
      """;

  private UserPages() {}

  static String countSql(UserQuery query) {
    return "SELECT count(*) AS users" + from(query);
  }

  /** The place travels as text that PostgreSQL reads back to the same value. */
  static String sql(UserQuery query) {
    int next = conditions(query).size() + 1;
    String direction = query.isDescending() ? " DESC" : "";
    boolean byProbability = query.order() == UserQuery.Order.PROBABILITY;
    String value = byProbability ? "s.probability" : "u.created_at";
    String number = byProbability ? "s.user_id" : "u.user_id";
    String type = byProbability ? "float8" : "timestamptz";
    return "SELECT u.user_id, u.external_id, u.created_at, "
        + value
        + "::text AS place"
        + from(query)
        + " AND ($%d::bigint IS NULL OR (%s, %s) %s ($%d::text::%s, $%d))"
            .formatted(
                next + 1, value, number, query.isDescending() ? "<" : ">", next, type, next + 1)
        + " ORDER BY %s%s, %s%s LIMIT $%d".formatted(value, direction, number, direction, next + 2);
  }

  static List<?> parameters(UserQuery query) {
    List<Object> parameters = new ArrayList<>(conditions(query));
    UserQuery.Position after = query.after();
    parameters.add(Nulls.orNull(after == null ? null : after.place(), String.class));
    parameters.add(Nulls.orNull(after == null ? null : after.userId(), Long.class));
    parameters.add(query.first() + 1);
    return parameters;
  }

  static List<Object> conditions(UserQuery query) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(query.organization().value());
    parameters.add(Nulls.orNull(query.externalIdPrefix(), String.class));
    UserQuery.Risk risk = query.risk();
    if (risk != null) {
      parameters.add(risk.kind().name());
      parameters.add(risk.least());
      parameters.add(risk.most());
      parameters.add(
          risk.bands().isEmpty()
              ? Nulls.of(String[].class)
              : risk.bands().stream().map(Enum::name).toArray(String[]::new));
    }
    return parameters;
  }

  static ListedUser user(OrganizationId organization, Readable row) {
    User user =
        new User(
            organization,
            Rows.get(row, "user_id", Long.class),
            Rows.get(row, "external_id", String.class),
            Rows.get(row, "created_at", OffsetDateTime.class).toInstant());
    return new ListedUser(user, Rows.get(row, "place", String.class));
  }

  private static String from(UserQuery query) {
    return query.risk() == null ? OF_ALL : OF_SCORED;
  }
}
