package io.outlay.domain.organization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: one signed-in caller, as its token says. The organization comes from here and nowhere
 * else.
 *
 * @param organization whose rows are seen
 * @param actor name shown in the audit log: {@code token:7 Dashboard} or {@code jwt:subject}
 * @param tokenId Outlay's own token; null when the caller came with a JWT
 * @param role what it may do
 * @param scope how far it may look
 * @param language in which texts are answered
 * @param expiresAt when the caller stops being known; null for never
 */
public record Viewer(
    OrganizationId organization,
    String actor,
    @Nullable Long tokenId,
    Role role,
    Scope scope,
    Language language,
    @Nullable Instant expiresAt) {

  /** The same caller, answered in another language. */
  public Viewer withLanguage(Language other) {
    return new Viewer(organization, actor, tokenId, role, scope, other, expiresAt);
  }

  /** Whether the caller's token has run out at the given time. */
  public boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
