package io.outlay.domain.organization;

import io.outlay.domain.error.BadRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a token allows.
 *
 * @param name tells people what it is for, 1 to 100 characters
 * @param role what it may do
 * @param scope how far it may look; an admin sees everything
 * @param expiresAt from when on it is refused; null for never
 */
public record TokenGrant(String name, Role role, Scope scope, @Nullable Instant expiresAt) {

  private static final int LONGEST_NAME = 100;

  /** Refuses what cannot be right. */
  public TokenGrant {
    name = name.strip();
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw BadRequest.of("name", name, "1 to 100 printable characters");
    }
    if (role == Role.ADMIN && !scope.isEverything()) {
      throw BadRequest.of("scope", "limited", "no limit for an ADMIN, which sees everything");
    }
  }

  /** The grant as the audit log writes it. */
  public Map<String, Object> auditFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("role", role.name());
    if (scope.adAccountIds() != null) {
      fields.put("adAccountIds", scope.adAccountIds().stream().sorted().toList());
    }
    if (scope.channelIds() != null) {
      fields.put("channelIds", scope.channelIds().stream().sorted().toList());
    }
    if (expiresAt != null) {
      fields.put("expiresAt", expiresAt.toString());
    }
    return fields;
  }
}
