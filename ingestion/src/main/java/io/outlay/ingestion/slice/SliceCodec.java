package io.outlay.ingestion.slice;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.outlay.domain.performance.TextSlice;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Slices as bytes: a line of JSON about the slice, then its rows as PostgreSQL reads them, all
 * compressed by zstd. Safe for use by several threads.
 */
public final class SliceCodec {

  /**
   * Version that is written. The one before is read too, so that servers can be replaced in turn.
   */
  public static final int VERSION = 2;

  private static final int LEVEL = 3;

  /** Larger ones are refused, so that a small record cannot fill the memory. */
  private static final int MOST_BYTES = 256 * 1024 * 1024;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /**
   * The slice's bytes.
   *
   * @throws IllegalArgumentException when it is larger than 256 MiB
   */
  public byte[] encode(TextSlice slice) {
    byte[] header = JSON.writeValueAsBytes(SliceHeader.of(slice));
    if ((long) header.length + 1 + slice.rows().length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a slice of " + slice.rows().length + " bytes; at most 256 MiB are possible");
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream(header.length + 1 + slice.rows().length);
    text.writeBytes(header);
    text.write('\n');
    text.writeBytes(slice.rows());
    return Zstd.compress(text.toByteArray(), LEVEL);
  }

  /**
   * The slice in the bytes.
   *
   * @param version as told beside them
   * @throws UnreadableSlice when they are not a slice of a known version, or were damaged
   */
  public TextSlice decode(byte[] bytes, String version) {
    requireKnown(version);
    byte[] text = decompressed(bytes);
    int end = 0;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    TextSlice slice = header(text, end).withRows(rows(text, end));
    if (!slice.isIntact()) {
      throw new UnreadableSlice("The rows do not match the slice's hash.", null);
    }
    return version.equals(WholeCounts.VERSION) ? WholeCounts.inMillionths(slice) : slice;
  }

  private static byte[] rows(byte[] text, int headerEnd) {
    return headerEnd >= text.length
        ? new byte[0]
        : Arrays.copyOfRange(text, headerEnd + 1, text.length);
  }

  private static SliceHeader header(byte[] text, int end) {
    try {
      return JSON.readValue(text, 0, end, SliceHeader.class);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new UnreadableSlice("The slice's first line is not its description.", e);
    }
  }

  private static byte[] decompressed(byte[] bytes) {
    // Of no bytes at all the library does not say the size but fails.
    long size = bytes.length == 0 ? 0 : Zstd.getFrameContentSize(bytes);
    if (size <= 0 || size > MOST_BYTES) {
      throw new UnreadableSlice("The bytes are not a compressed slice of at most 256 MiB.", null);
    }
    try {
      return Zstd.decompress(bytes, (int) size);
    } catch (ZstdException e) {
      throw new UnreadableSlice("The bytes are damaged: they cannot be decompressed.", e);
    }
  }

  private static void requireKnown(String version) {
    boolean known =
        version.equals(Integer.toString(VERSION)) || version.equals(Integer.toString(VERSION - 1));
    if (!known) {
      throw new UnreadableSlice(
          "Schema version \"%s\" is not read here; expected %d or the one before."
              .formatted(version, VERSION),
          null);
    }
  }
}
