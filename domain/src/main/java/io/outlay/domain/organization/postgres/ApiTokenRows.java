package io.outlay.domain.organization.postgres;

import io.outlay.domain.organization.ApiToken;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.TokenGrant;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a token's row. */
final class ApiTokenRows {

  static final String COLUMNS =
      "organization_id, api_token_id, name, role, ad_account_ids, channel_ids, created_by,"
          + " created_at, expires_at, revoked_at, last_used_at";

  private ApiTokenRows() {}

  static ApiToken toToken(Readable row) {
    return new ApiToken(
        Objects.requireNonNull(row.get("api_token_id", Long.class)),
        new TokenGrant(
            text(row, "name"),
            Role.valueOf(text(row, "role")),
            new Scope(ids(row, "ad_account_ids"), ids(row, "channel_ids")),
            time(row, "expires_at")),
        text(row, "created_by"),
        Objects.requireNonNull(time(row, "created_at")),
        time(row, "revoked_at"),
        time(row, "last_used_at"));
  }

  private static String text(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }

  private static @Nullable Set<Long> ids(Readable row, String column) {
    Long[] ids = row.get(column, Long[].class);
    return ids == null ? null : Set.of(ids);
  }

  private static @Nullable Instant time(Readable row, String column) {
    OffsetDateTime time = row.get(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
