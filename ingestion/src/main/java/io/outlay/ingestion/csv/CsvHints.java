package io.outlay.ingestion.csv;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows about a file. A null part is recognised from the file itself.
 *
 * @param charset the encoding
 * @param delimiter the character between cells
 * @param numbers how decimals are written
 * @param dates the order of day and month in dates such as 03/04/2026
 */
public record CsvHints(
    @Nullable Charset charset,
    @Nullable Character delimiter,
    @Nullable NumberStyle numbers,
    @Nullable DateOrder dates) {

  /** Nothing known: everything is recognised. */
  public static final CsvHints NONE = new CsvHints(null, null, null, null);
}
