package io.outlay.api.graphql.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The {@code data} of an answer as JSON, ready to be sent again and again. Immutable. */
public final class DataBytes {

  private final byte[] bytes;

  private DataBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What the engine made, written once. */
  public static DataBytes write(@Nullable Object data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = AnswerJson.open(out)) {
      JsonValues.write(json, data);
    }
    return new DataBytes(out.toByteArray());
  }

  /** Bytes that were written before. */
  public static DataBytes of(byte[] bytes) {
    return new DataBytes(bytes.clone());
  }

  /** How many bytes. */
  public int length() {
    return bytes.length;
  }

  /** A copy of the bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
