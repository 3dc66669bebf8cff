package io.outlay.api.platform;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.platform.PlatformCredential;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One secret as a caller gives it. Its text never shows the value. */
record CredentialSecretInput(String name, String value) {

  private static final int MOST = 20;
  private static final int LONGEST = 8_192;

  static PlatformCredential toCredential(List<CredentialSecretInput> secrets) {
    if (secrets.size() > MOST) {
      throw BadRequest.of("credential", secrets.size() + " secrets", "at most " + MOST);
    }
    Map<String, String> byName = new HashMap<>();
    for (CredentialSecretInput secret : secrets) {
      if (secret.value.length() > LONGEST) {
        throw BadRequest.of(
            "credential", secret.name, "a secret of at most " + LONGEST + " characters");
      }
      if (byName.put(secret.name, secret.value.strip()) != null) {
        throw BadRequest.of("credential", secret.name, "each name once");
      }
    }
    return new PlatformCredential(byName);
  }

  static @Nullable PlatformCredential toCredentialOrNull(
      @Nullable List<CredentialSecretInput> secrets) {
    return secrets == null ? null : toCredential(secrets);
  }

  @Override
  public String toString() {
    return "CredentialSecretInput[" + name + "]";
  }
}
