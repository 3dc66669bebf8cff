package io.outlay.ingestion.spendimport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one row, written and read again; used for row after row, so that millions of them
 * need one array. Not thread-safe.
 */
final class RowBytes {

  private static final int NO_TEXT = -1;

  private byte[] bytes = new byte[512];
  private int at;
  private int end;

  /** Begins an empty row. */
  void clear() {
    at = 0;
    end = 0;
  }

  /** Makes room for a row of so many bytes, to be filled and then read from its beginning. */
  byte[] toBeFilled(int size) {
    clear();
    room(size);
    end = size;
    return bytes;
  }

  /** The array the row begins in. */
  byte[] array() {
    return bytes;
  }

  int size() {
    return end;
  }

  void writeInt(int value) {
    room(Integer.BYTES);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[end++] = (byte) (value >>> shift);
    }
  }

  void writeLong(long value) {
    writeInt((int) (value >>> 32));
    writeInt((int) value);
  }

  void writeText(@Nullable String text) {
    if (text == null) {
      writeInt(NO_TEXT);
      return;
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    writeInt(encoded.length);
    room(encoded.length);
    System.arraycopy(encoded, 0, bytes, end, encoded.length);
    end += encoded.length;
  }

  int readInt() throws IOException {
    require(Integer.BYTES);
    int value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value = (value << 8) | (bytes[at++] & 0xFF);
    }
    return value;
  }

  long readLong() throws IOException {
    long high = readInt();
    return (high << 32) | (readInt() & 0xFFFF_FFFFL);
  }

  @Nullable String readText() throws IOException {
    int length = readInt();
    if (length == NO_TEXT) {
      return null;
    }
    require(length);
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  /** A text that is always there. */
  String readName() throws IOException {
    String text = readText();
    if (text == null) {
      throw damaged();
    }
    return text;
  }

  private void require(int length) throws IOException {
    if (length < 0 || end - at < length) {
      throw damaged();
    }
  }

  private void room(int more) {
    if (bytes.length - end < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
    }
  }

  private static IOException damaged() {
    return new IOException("a temporary file of an import is damaged");
  }
}
