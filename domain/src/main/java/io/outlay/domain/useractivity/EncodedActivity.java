package io.outlay.domain.useractivity;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of an activity, read from first to last: a thousand of them are read for one question, so
 * no stream stands between. Reading past the end throws {@link IndexOutOfBoundsException}.
 */
final class EncodedActivity {

  private final byte[] bytes;
  private int next;

  EncodedActivity(byte[] bytes) {
    this.bytes = bytes;
  }

  int single() {
    return bytes[next++];
  }

  /** A number in as many bytes as it needs, small ones of either sign in few. */
  long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int read = bytes[next++];
      value |= (long) (read & 0x7F) << shift;
      if (read >= 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
  }

  /** A text as {@link java.io.DataOutput#writeUTF} writes it. */
  String text() {
    int length = ((bytes[next] & 0xFF) << 8) | (bytes[next + 1] & 0xFF);
    int from = next;
    next += 2 + length;
    for (int i = from + 2; i < next; i++) {
      if (bytes[i] <= 0) {
        return unusual(from, length + 2);
      }
    }
    return new String(bytes, from + 2, length, StandardCharsets.US_ASCII);
  }

  private String unusual(int from, int length) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, from, length))) {
      return in.readUTF();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }
}
