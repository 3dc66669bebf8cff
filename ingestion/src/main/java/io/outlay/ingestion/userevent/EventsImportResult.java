package io.outlay.ingestion.userevent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a file of events, and what became of them.
 *
 * @param events lines with an event, right or wrong
 * @param byType number of right events by type
 * @param from when the earliest occurred; null without any
 * @param to when the latest occurred; null without any
 * @param problems the first 100
 * @param problemCount all of them; where there is any nothing is stored
 * @param accepted events stored by this import. After a crash up to one batch of them may be
 *     counted as repeated instead
 * @param repeated events that were stored before
 * @param expired events older than events of their type are kept, which are not stored
 * @param erased events of erased users, which are not stored
 */
public record EventsImportResult(
    EventFileFormat format,
    long events,
    Map<String, Long> byType,
    @Nullable Instant from,
    @Nullable Instant to,
    List<Problem> problems,
    long problemCount,
    long accepted,
    long repeated,
    long expired,
    long erased) {

  /** Copies list and map. */
  public EventsImportResult {
    byType = Map.copyOf(byType);
    problems = List.copyOf(problems);
  }

  /**
   * Something wrong in the file.
   *
   * @param line number of the line, from 1
   * @param field name of the field; null where the whole line is meant
   * @param message what stands there and what would be right
   */
  public record Problem(long line, @Nullable String field, String message) {}

  /** The same with how far storing came. */
  EventsImportResult at(EventsImportCheckpoint reached) {
    return new EventsImportResult(
        format,
        events,
        byType,
        from,
        to,
        problems,
        problemCount,
        reached.accepted(),
        reached.repeated(),
        reached.expired(),
        reached.erased());
  }
}
