package io.outlay.domain.performance.postgres;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Builds text in PostgreSQL's COPY format. */
public final class CopyText {

  static final Charset ENCODING = StandardCharsets.UTF_8;

  private byte[] bytes;
  private int length;
  private boolean lineBegun;

  /** Empty. */
  public CopyText() {
    this(256);
  }

  /** Empty, with room. */
  public CopyText(int expectedLength) {
    this.bytes = new byte[Math.max(64, expectedLength)];
  }

  /** A column with a number that is not negative. */
  public CopyText number(int value) {
    separate();
    if (value >= 10) {
      return encoded(Integer.toString(value));
    }
    room(1);
    bytes[length++] = (byte) ('0' + value);
    return this;
  }

  /** A column; null where there is no value. */
  public CopyText text(@Nullable Object value) {
    separate();
    return value == null ? encoded("\\N") : escaped(value.toString());
  }

  /** Columns that are in the format already. */
  CopyText raw(byte[] text, int from, int to) {
    separate();
    append(text, from, to);
    return this;
  }

  /** Columns that are in the format already, as the key of something. */
  CopyText raw(ByteKey columns) {
    return raw(columns.bytes(), columns.from(), columns.to());
  }

  /** Ends a line. */
  public void end() {
    room(1);
    bytes[length++] = '\n';
    lineBegun = false;
  }

  /** All lines. */
  public ByteBuf buffer() {
    return Unpooled.wrappedBuffer(bytes, 0, length);
  }

  private CopyText escaped(String value) {
    return encoded(
        value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r"));
  }

  private CopyText encoded(String value) {
    byte[] encoded = value.getBytes(ENCODING);
    append(encoded, 0, encoded.length);
    return this;
  }

  private void separate() {
    if (lineBegun) {
      room(1);
      bytes[length++] = '\t';
    }
    lineBegun = true;
  }

  private void append(byte[] text, int from, int to) {
    room(to - from);
    System.arraycopy(text, from, bytes, length, to - from);
    length += to - from;
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
