package io.outlay.domain.organization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token of an organization, without its secret.
 *
 * @param id its number
 * @param grant what it allows
 * @param createdBy who made it
 * @param createdAt when
 * @param revokedAt since when it is refused; null while it is not
 * @param lastUsedAt when it was last used, to about five minutes; null for never
 */
public record ApiToken(
    long id,
    TokenGrant grant,
    String createdBy,
    Instant createdAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {

  /** The name under which it acts in the audit log. */
  public String actor() {
    return "token:" + id + " " + grant.name();
  }
}
