package io.outlay.ingestion.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text decoded so that what could not be read stays visible: each malformed byte sequence becomes
 * U+FFFF, which is no character and so appears in no honest text. The usual U+FFFD may stand in a
 * file for good reason.
 */
final class DecodedText {

  /** Stands where bytes could not be decoded. */
  static final char BROKEN = '\uFFFF';

  private DecodedText() {}

  /** Reads {@code in} as {@code charset}, past a byte order mark. */
  static Reader of(InputStream in, Charset charset) throws IOException {
    return new InputStreamReader(
        pastByteOrderMark(in, charset),
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(BROKEN)));
  }

  private static InputStream pastByteOrderMark(InputStream in, Charset charset) throws IOException {
    byte[] mark = byteOrderMark(charset);
    PushbackInputStream pushback = new PushbackInputStream(in, Math.max(1, mark.length));
    byte[] start = pushback.readNBytes(mark.length);
    if (!java.util.Arrays.equals(start, mark)) {
      pushback.unread(start);
    }
    return pushback;
  }

  private static byte[] byteOrderMark(Charset charset) {
    boolean marked =
        charset.equals(StandardCharsets.UTF_8)
            || charset.equals(StandardCharsets.UTF_16LE)
            || charset.equals(StandardCharsets.UTF_16BE);
    return marked ? "\uFEFF".getBytes(charset) : new byte[0];
  }
}
