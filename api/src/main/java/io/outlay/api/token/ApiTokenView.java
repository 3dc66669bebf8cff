package io.outlay.api.token;

import io.outlay.api.node.NodeType;
import io.outlay.domain.organization.ApiToken;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A token as the schema shows it. */
record ApiTokenView(
    String id,
    String name,
    Role role,
    Scope scope,
    String createdBy,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {

  static ApiTokenView of(ApiToken token) {
    return new ApiTokenView(
        NodeType.API_TOKEN.id(token.id()),
        token.grant().name(),
        token.grant().role(),
        token.grant().scope(),
        token.createdBy(),
        token.createdAt(),
        token.lastUsedAt(),
        token.grant().expiresAt(),
        token.revokedAt());
  }
}
