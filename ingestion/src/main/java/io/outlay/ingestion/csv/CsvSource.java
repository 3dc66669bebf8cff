package io.outlay.ingestion.csv;

import java.io.IOException;
import java.io.InputStream;

/** A stored file that can be read from its beginning as often as needed. */
@FunctionalInterface
public interface CsvSource {

  /** Opens the file at its first byte; the caller closes it. */
  InputStream open() throws IOException;
}
