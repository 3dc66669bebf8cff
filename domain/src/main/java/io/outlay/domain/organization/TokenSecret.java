package io.outlay.domain.organization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a caller shows to be known. It is told once and never stored: only its SHA-256 is, which is
 * enough for 256 random bits.
 */
public final class TokenSecret {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final int LONGEST = 256;

  private final String value;

  private TokenSecret(String value) {
    this.value = value;
  }

  /** A new secret of 256 random bits. */
  public static TokenSecret random() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return new TokenSecret(
        "outlay_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** What a caller showed; whether it is known is another question. */
  public static TokenSecret shown(String value) {
    return new TokenSecret(value);
  }

  /** Whether it is short enough to be one of Outlay's tokens. */
  public boolean isPlausible() {
    return !value.isEmpty() && value.length() <= LONGEST;
  }

  /** The secret itself, to be told once. */
  public String reveal() {
    return value;
  }

  /** The form in which it is stored: 32 bytes. */
  public byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Hides the secret, so that no log and no error tells it. */
  @Override
  public String toString() {
    return "TokenSecret[…]";
  }
}
