package io.outlay.ingestion.userevent;

import com.github.luben.zstd.ZstdInputStream;
import io.outlay.domain.error.BadRequest;
import io.outlay.ingestion.csv.CsvHints;
import io.outlay.ingestion.csv.FileSample;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A kept file of events, which can be read from its beginning as often as needed. Blocking.
 *
 * @param file the file in the zstd form in which it is kept
 */
record EventFile(Path file, EventFileFormat format) {

  private static final int SAMPLE = 64 * 1024;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  /**
   * A line of it.
   *
   * @param number of the line, from 1
   * @param fields those of the event; null where the line could not be read
   * @param problem why it could not be read
   */
  record Line(long number, @Nullable Map<String, ?> fields, @Nullable BadRequest problem) {}

  /** Its lines in order, those that could not be read among them. */
  interface Lines extends Iterator<Line>, Closeable {}

  /**
   * Opens a file.
   *
   * @param given how it is written; null to recognise it
   */
  static EventFile of(Path file, @Nullable EventFileFormat given) throws IOException {
    return new EventFile(file, given == null ? recognised(file) : given);
  }

  /**
   * Begins to read.
   *
   * @throws BadRequest when it has no header that names what an event needs
   */
  Lines lines() throws IOException {
    return switch (format) {
      case NDJSON -> new NdjsonLines(open(file));
      case CSV -> {
        FileSample sample = FileSample.of(() -> open(file), CsvHints.NONE);
        yield CsvEventLines.open(open(file), sample.charset(), sample.delimiters().getFirst());
      }
    };
  }

  private static EventFileFormat recognised(Path file) throws IOException {
    try (InputStream in = open(file)) {
      for (byte sampled : in.readNBytes(SAMPLE)) {
        if (sampled == '{') {
          return EventFileFormat.NDJSON;
        }
        if (sampled > ' ') {
          return EventFileFormat.CSV;
        }
      }
    }
    return EventFileFormat.CSV;
  }

  /** The bytes that were sent, without gzip around them. */
  static InputStream open(Path file) throws IOException {
    BufferedInputStream sent =
        new BufferedInputStream(
            new ZstdInputStream(Files.newInputStream(file)).setContinuous(true), SAMPLE);
    sent.mark(2);
    boolean isGzip = sent.read() == GZIP_FIRST && sent.read() == GZIP_SECOND;
    sent.reset();
    return isGzip ? new BufferedInputStream(new GZIPInputStream(sent, SAMPLE), SAMPLE) : sent;
  }
}
