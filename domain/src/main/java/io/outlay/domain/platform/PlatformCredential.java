package io.outlay.domain.platform;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that open one ad account, by the platform's own names, for example {@code
 * accessToken}. They can be read one at a time by who needs them and never show in a log, a message
 * or a debugger's text.
 */
public final class PlatformCredential {

  private final Map<String, String> secrets;

  /** With the given secrets, by name. */
  public PlatformCredential(Map<String, String> secrets) {
    this.secrets = Map.copyOf(secrets);
  }

  /**
   * The secret of this name.
   *
   * @throws IllegalStateException when there is none; the message holds its name only
   */
  public String required(String name) {
    String secret = secrets.get(name);
    if (secret == null) {
      throw new IllegalStateException("the credential lacks " + name);
    }
    return secret;
  }

  /** The secret of this name; null when there is none. */
  public @Nullable String optional(String name) {
    return secrets.get(name);
  }

  /** Names of the secrets it has. */
  public Set<String> names() {
    return secrets.keySet();
  }

  /** All secrets, for the one place that encrypts them. */
  public Map<String, String> reveal() {
    return secrets;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlatformCredential that && secrets.equals(that.secrets);
  }

  @Override
  public int hashCode() {
    return secrets.hashCode();
  }

  @Override
  public String toString() {
    return "PlatformCredential" + secrets.keySet().stream().sorted().toList();
  }
}
