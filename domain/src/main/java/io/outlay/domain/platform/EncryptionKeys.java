package io.outlay.domain.platform;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys by which credentials are encrypted. New ones are written with the current key; older keys
 * stay until everything has been encrypted anew.
 */
public final class EncryptionKeys {

  private static final int BYTES = 32;
  private static final String EXPECTED =
      "outlay.encryption.keys: expected a list such as 2026a:<base64 of 32 random bytes>";

  private final String currentId;
  private final Map<String, SecretKey> keys;

  private EncryptionKeys(String currentId, Map<String, SecretKey> keys) {
    this.currentId = currentId;
    this.keys = Map.copyOf(keys);
  }

  /**
   * Keys as an operator writes them.
   *
   * @param list {@code id:base64} pairs, separated by commas
   * @param currentId id of the key for what is encrypted from now on
   * @throws IllegalArgumentException when it is not such a list; the message holds no key
   */
  public static EncryptionKeys parse(String list, String currentId) {
    Map<String, SecretKey> keys = new HashMap<>();
    for (String pair : list.strip().split("\\s*,\\s*", -1)) {
      int colon = pair.indexOf(':');
      if (colon < 1 || keys.put(pair.substring(0, colon), key(pair.substring(colon + 1))) != null) {
        throw new IllegalArgumentException(EXPECTED + ", each id once");
      }
    }
    if (!keys.containsKey(currentId)) {
      throw new IllegalArgumentException(
          "outlay.encryption.key-id is \"" + currentId + "\"; expected one of " + keys.keySet());
    }
    return new EncryptionKeys(currentId, keys);
  }

  /** Id of the key for what is encrypted now. */
  public String currentId() {
    return currentId;
  }

  /**
   * The key of this id.
   *
   * @throws IllegalStateException when it is not among the settings
   */
  SecretKey of(String id) {
    SecretKey key = keys.get(id);
    if (key == null) {
      throw new IllegalStateException(
          "a credential is encrypted with key \"" + id + "\", which outlay.encryption.keys lacks");
    }
    return key;
  }

  private static SecretKey key(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException(EXPECTED); // without the cause: its message quotes the key
    }
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(EXPECTED + ", one key has " + bytes.length + " bytes");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  @Override
  public String toString() {
    return "EncryptionKeys[current=" + currentId + ", ids=" + keys.keySet() + "]";
  }
}
