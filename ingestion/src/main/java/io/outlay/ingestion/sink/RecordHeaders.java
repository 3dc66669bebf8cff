package io.outlay.ingestion.sink;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.ingestion.log.LogRecord;
import io.outlay.ingestion.slice.SliceRecords;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the headers of a record tell, whatever it holds. */
public final class RecordHeaders {

  private RecordHeaders() {}

  /** The organization a record names; empty when it names none. */
  public static Optional<OrganizationId> organization(LogRecord record) {
    return number(record.headers().get(SliceRecords.ORGANIZATION))
        .filter(number -> number > 0)
        .map(OrganizationId::new);
  }

  /** The number in a header; empty when it holds none. */
  static Optional<Long> number(@Nullable String header) {
    try {
      return header == null ? Optional.empty() : Optional.of(Long.valueOf(header));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
