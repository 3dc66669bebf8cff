package io.outlay.api.paging;

import io.outlay.domain.error.BadRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs positions in lists, so that a cursor can neither be made up nor used with another list.
 * Safe for use by many callers at once.
 */
public final class Cursors {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SIGNATURE = 16;
  private static final int LONGEST = 1_024;

  private final Mac keyed;

  /**
   * @param secret key of the signatures; the same in every process that serves the same clients
   */
  public Cursors(byte[] secret) {
    try {
      keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** The cursor of a position in a list. */
  public String write(String list, String position) {
    byte[] plain = position.getBytes(StandardCharsets.UTF_8);
    byte[] signed = Arrays.copyOf(plain, plain.length + SIGNATURE);
    System.arraycopy(signature(list, plain), 0, signed, plain.length, SIGNATURE);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
  }

  /**
   * The position a cursor stands for.
   *
   * @throws BadRequest when it was not made here for this list
   */
  public String read(String list, String cursor) {
    byte[] signed = decoded(cursor);
    if (signed.length < SIGNATURE) {
      throw foreign(cursor);
    }
    byte[] plain = Arrays.copyOf(signed, signed.length - SIGNATURE);
    byte[] signature = Arrays.copyOfRange(signed, plain.length, signed.length);
    if (!MessageDigest.isEqual(signature, signature(list, plain))) {
      throw foreign(cursor);
    }
    return new String(plain, StandardCharsets.UTF_8);
  }

  private byte[] signature(String list, byte[] position) {
    Mac mac = copyOfKeyed();
    mac.update(list.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    return Arrays.copyOf(mac.doFinal(position), SIGNATURE);
  }

  private Mac copyOfKeyed() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(ALGORITHM + " of this Java cannot be copied", e);
    }
  }

  private static byte[] decoded(String cursor) {
    if (cursor.length() > LONGEST) {
      throw foreign(cursor);
    }
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      throw foreign(cursor);
    }
  }

  private static BadRequest foreign(String cursor) {
    return BadRequest.of(
        "after", cursor, "a cursor of an earlier answer to the same field with the same arguments");
  }
}
