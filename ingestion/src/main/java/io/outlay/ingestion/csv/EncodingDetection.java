package io.outlay.ingestion.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Recognises the encoding from a file's first bytes: a byte order mark, the zero bytes of UTF-16,
 * and otherwise whichever of UTF-8 and Korean Windows (which contains EUC-KR) leaves fewer bytes
 * unread. Plain ASCII counts as UTF-8.
 */
final class EncodingDetection {

  /** Korean Windows, a superset of EUC-KR; also called CP949 or UHC. */
  static final Charset KOREAN = Charset.forName("x-windows-949");

  private EncodingDetection() {}

  static Charset detect(byte[] sample) {
    if (startsWith(sample, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(sample, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(sample, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return detectWithoutMark(sample);
  }

  private static Charset detectWithoutMark(byte[] sample) {
    int zerosAtEven = zeros(sample, 0);
    int zerosAtOdd = zeros(sample, 1);
    // Delimiters and digits are ASCII: in UTF-16 they put a zero in at least every tenth place of
    // one parity only.
    int many = Math.max(2, sample.length / 20);
    if (zerosAtOdd >= many && zerosAtEven * 10 < zerosAtOdd) {
      return StandardCharsets.UTF_16LE;
    }
    if (zerosAtEven >= many && zerosAtOdd * 10 < zerosAtEven) {
      return StandardCharsets.UTF_16BE;
    }
    int unreadAsUtf8 = unread(sample, StandardCharsets.UTF_8);
    return unreadAsUtf8 > 0 && unread(sample, KOREAN) < unreadAsUtf8
        ? KOREAN
        : StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] sample, int... mark) {
    if (sample.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((sample[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static int zeros(byte[] sample, int parity) {
    int count = 0;
    for (int i = parity; i < sample.length; i += 2) {
      if (sample[i] == 0) {
        count++;
      }
    }
    return count;
  }

  /** Malformed places; a character cut by the end of the sample is none. */
  private static int unread(byte[] sample, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(sample);
    CharBuffer discarded = CharBuffer.allocate(8192);
    int count = 0;
    while (true) {
      CoderResult result = decoder.decode(bytes, discarded.clear(), false);
      if (result.isUnderflow()) {
        return count;
      }
      if (result.isError()) {
        count++;
        bytes.position(bytes.position() + result.length());
      }
    }
  }
}
