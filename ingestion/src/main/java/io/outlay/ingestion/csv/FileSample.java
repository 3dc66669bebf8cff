package io.outlay.ingestion.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file's beginning tells: its encoding and the delimiters it may have.
 *
 * @param charset given or recognised encoding
 * @param delimiters candidates, the likeliest first; one only where it was given
 */
public record FileSample(Charset charset, List<Character> delimiters) {

  /** Bytes read to recognise the encoding: enough to meet a campaign's name. */
  private static final int ENCODING_BYTES = 1 << 20;

  private static final int DELIMITER_CHARACTERS = 1 << 16;

  /** Copies the list. */
  public FileSample {
    delimiters = List.copyOf(delimiters);
  }

  /** Reads the beginning of a file. */
  public static FileSample of(CsvSource source, CsvHints hints) throws IOException {
    Charset charset = hints.charset() == null ? detectedCharset(source) : hints.charset();
    return new FileSample(charset, delimiters(source, charset, hints.delimiter()));
  }

  private static Charset detectedCharset(CsvSource source) throws IOException {
    try (InputStream in = source.open()) {
      return EncodingDetection.detect(in.readNBytes(ENCODING_BYTES));
    }
  }

  private static List<Character> delimiters(
      CsvSource source, Charset charset, @Nullable Character given) throws IOException {
    if (given != null) {
      return List.of(given);
    }
    try (InputStream in = source.open();
        Reader text = DecodedText.of(in, charset)) {
      char[] sample = new char[DELIMITER_CHARACTERS];
      int length = 0;
      int read = text.read(sample);
      while (read >= 0 && length < sample.length) {
        length += read;
        read = length < sample.length ? text.read(sample, length, sample.length - length) : -1;
      }
      return Delimiters.byLikelihood(new String(sample, 0, length));
    }
  }
}
