package io.outlay.api.graphql.http;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * The body of a request that was read before the chain of filters was entered, kept with the
 * exchange for who comes after.
 */
final class SentBody {

  private static final String ATTRIBUTE = SentBody.class.getName();

  private final byte[] bytes;
  private final ByteBuffer sha256;

  /** Takes the bytes over; nobody changes them from now on. */
  SentBody(byte[] bytes) {
    this.bytes = bytes;
    this.sha256 = ByteBuffer.wrap(sha256(bytes)).asReadOnlyBuffer();
  }

  static @Nullable SentBody in(ServerWebExchange exchange) {
    return exchange.getAttribute(ATTRIBUTE);
  }

  void keepIn(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
  }

  byte[] bytes() {
    return bytes;
  }

  /** By which the same body is known again. */
  ByteBuffer sha256() {
    return sha256;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
