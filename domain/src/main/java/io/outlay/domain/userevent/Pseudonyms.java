package io.outlay.domain.userevent;

import io.outlay.domain.organization.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes in place of ids that shall not be kept: HMAC-SHA-256 (RFC 2104), cut to 16 bytes.
 * They differ between organizations, and nobody without the key can try ids out. Safe for use by
 * several threads.
 */
public final class Pseudonyms {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_KEY = 32;
  private static final int BYTES = 16;

  private final SecretKeySpec key;

  /**
   * @param key at least 32 random bytes, the same for ever and for every process: with another key
   *     nothing known is recognised any more
   */
  public Pseudonyms(byte[] key) {
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException("the key has less than 32 bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** What an id is of; ids of different kinds never meet. */
  public enum Kind {
    DEVICE,
    ADDRESS,
    /** A user's id, once the user is erased. */
    USER
  }

  /** The hash, 32 hexadecimal digits. */
  public String of(OrganizationId organization, Kind kind, String clear) {
    String text = organization + "\0" + kind + "\0" + clear;
    byte[] hash = mac().doFinal(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
