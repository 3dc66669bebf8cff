package io.outlay.domain.audit;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Viewer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change to be written down, together with the change itself.
 *
 * @param organization whose data changed
 * @param actor who did it, as in {@link Viewer#actor()}
 * @param action what was done, in the words of the mutation: {@code organizationUpdate}
 * @param subjectType kind of thing, as in the schema: {@code Organization}
 * @param subjectId which one, as stored: its number
 * @param before the fields that changed, as they were; null when it is new
 * @param after the fields that changed, as they are; null when it is gone
 */
public record AuditEntry(
    OrganizationId organization,
    String actor,
    String action,
    String subjectType,
    String subjectId,
    @Nullable Map<String, ?> before,
    @Nullable Map<String, ?> after) {

  private static final Set<String> SECRETS =
      Set.of("token", "tokenhash", "secret", "password", "authorization", "credentials");

  /** Keeps copies; refuses fields that would carry a secret into a log which forgets nothing. */
  public AuditEntry {
    before = checked(before);
    after = checked(after);
  }

  /** A change made by a signed-in caller. */
  public static AuditEntry by(
      Viewer viewer,
      String action,
      String subjectType,
      long subjectId,
      @Nullable Map<String, ?> before,
      @Nullable Map<String, ?> after) {
    return new AuditEntry(
        viewer.organization(),
        viewer.actor(),
        action,
        subjectType,
        Long.toString(subjectId),
        before,
        after);
  }

  private static @Nullable Map<String, ?> checked(@Nullable Map<String, ?> fields) {
    if (fields == null) {
      return null;
    }
    for (String field : fields.keySet()) {
      if (SECRETS.contains(field.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("a secret must not enter the audit log: " + field);
      }
    }
    return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
