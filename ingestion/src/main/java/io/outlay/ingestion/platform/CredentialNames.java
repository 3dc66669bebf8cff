package io.outlay.ingestion.platform;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.platform.PlatformCredential;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of the secrets a platform takes.
 *
 * @param required must all be there
 * @param optional may be there
 */
public record CredentialNames(Set<String> required, Set<String> optional) {

  /** Copies the sets. */
  public CredentialNames {
    required = Set.copyOf(required);
    optional = Set.copyOf(optional);
  }

  /**
   * Checks that all that is needed is there and nothing is unknown.
   *
   * @throws BadRequest naming what is missing, empty or unknown, never a value
   */
  public void check(PlatformCredential credential) {
    for (String name : new TreeSet<>(required)) {
      String secret = credential.optional(name);
      if (secret == null || secret.isBlank()) {
        throw new BadRequest(
            "The credential lacks %s. Needed: %s; possible: %s."
                .formatted(name, sorted(required), sorted(optional)));
      }
    }
    for (String name : credential.names()) {
      if (!required.contains(name) && !optional.contains(name)) {
        throw BadRequest.of(
            "credential", name, "only the names " + sorted(required) + " and " + sorted(optional));
      }
    }
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }
}
