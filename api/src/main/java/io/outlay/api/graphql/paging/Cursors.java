package io.outlay.api.graphql.paging;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes cursors and takes them back. A cursor is good only for the list it came from: the same
 * field with the same arguments, organization and data version.
 *
 * <p>Form: 16 bytes of HMAC-SHA256 over (organization, list, content), then the content: version (8
 * bytes) and the place. The list's name and arguments are in the signature only, so they must be
 * given again to read it.
 */
public final class Cursors {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SIGNATURE = 16;
  private static final int HEAD = SIGNATURE + Long.BYTES;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec key;

  /**
   * @param key at least 32 random bytes
   */
  public Cursors(byte[] key) {
    if (key.length < 32) {
      throw new IllegalArgumentException(
          "outlay.secrets.cursor-key has " + key.length + " bytes; expected at least 32");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * A place in a list.
   *
   * @param version data version the list was read at
   * @param place what the reader needs to go on, usually sort value and id
   */
  public record Position(long version, String place) {}

  /**
   * The cursor of a place.
   *
   * @param list the field and all its arguments but {@code first} and {@code after}, in a fixed
   *     form
   */
  public String encode(OrganizationId organization, String list, Position position) {
    byte[] place = position.place().getBytes(StandardCharsets.UTF_8);
    ByteBuffer cursor = ByteBuffer.allocate(HEAD + place.length);
    cursor.position(SIGNATURE).putLong(position.version()).put(place);
    byte[] content = Arrays.copyOfRange(cursor.array(), SIGNATURE, HEAD + place.length);
    cursor.put(0, sign(organization, list, content), 0, SIGNATURE);
    return ENCODER.encodeToString(cursor.array());
  }

  /**
   * The place of a cursor; a {@link BadRequest} when it is forged or belongs to another list,
   * organization or arguments.
   */
  public Position decode(OrganizationId organization, String list, String cursor) {
    byte[] bytes = bytes(cursor);
    byte[] content = Arrays.copyOfRange(bytes, SIGNATURE, bytes.length);
    byte[] expected = Arrays.copyOf(sign(organization, list, content), SIGNATURE);
    if (!MessageDigest.isEqual(expected, Arrays.copyOf(bytes, SIGNATURE))) {
      throw foreign(cursor);
    }
    ByteBuffer read = ByteBuffer.wrap(content);
    long version = read.getLong();
    return new Position(version, StandardCharsets.UTF_8.decode(read).toString());
  }

  private static byte[] bytes(String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      if (bytes.length >= HEAD) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      throw foreign(cursor);
    }
    throw foreign(cursor);
  }

  private byte[] sign(OrganizationId organization, String list, byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(ByteBuffer.allocate(Long.BYTES).putLong(organization.value()).array());
      byte[] name = list.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
      mac.update(name);
      return mac.doFinal(content);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }

  private static BadRequest foreign(String cursor) {
    return BadRequest.of(
        "after", cursor, "a cursor that the same field gave for the same arguments");
  }
}
