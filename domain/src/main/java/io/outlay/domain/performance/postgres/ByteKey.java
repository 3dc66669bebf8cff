package io.outlay.domain.performance.postgres;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A stretch of bytes as a key, without copying it. */
final class ByteKey {

  private final int owner;
  private final byte[] bytes;
  private final int from;
  private final int to;
  private final int hash;

  /**
   * The bytes from one index to before another.
   *
   * @param owner number of the account they are to be told apart by
   */
  ByteKey(int owner, byte[] bytes, int from, int to) {
    this.owner = owner;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    int sum = owner;
    for (int i = from; i < to; i++) {
      sum = 31 * sum + bytes[i];
    }
    this.hash = sum;
  }

  /** The array it lies in; nobody changes it. */
  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ByteKey that
        && hash == that.hash
        && owner == that.owner
        && Arrays.equals(bytes, from, to, that.bytes, that.from, that.to);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
