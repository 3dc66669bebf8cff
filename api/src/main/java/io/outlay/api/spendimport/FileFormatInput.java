package io.outlay.api.spendimport;

import io.outlay.domain.error.BadRequest;
import io.outlay.ingestion.csv.CsvHints;
import io.outlay.ingestion.csv.DateOrder;
import io.outlay.ingestion.csv.NumberStyle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How a file is written, as a caller tells it. */
record FileFormatInput(
    @Nullable String delimiter,
    @Nullable Encoding encoding,
    @Nullable NumberStyle numbers,
    @Nullable DateOrder dateOrder) {

  private static final String DELIMITERS = ",;|\t";

  /** Encodings a caller can name. */
  enum Encoding {
    UTF_8,
    UTF_16,
    CP949;

    Charset charset() {
      return switch (this) {
        case UTF_8 -> StandardCharsets.UTF_8;
        case UTF_16 -> StandardCharsets.UTF_16;
        case CP949 -> Charset.forName("x-windows-949");
      };
    }
  }

  CsvHints toHints() {
    return new CsvHints(
        encoding == null ? null : encoding.charset(), character(), numbers, dateOrder);
  }

  private @Nullable Character character() {
    if (delimiter == null) {
      return null;
    }
    if (delimiter.length() != 1 || !DELIMITERS.contains(delimiter)) {
      throw BadRequest.of("format.delimiter", delimiter, "one of , ; | or a tab");
    }
    return delimiter.charAt(0);
  }
}
