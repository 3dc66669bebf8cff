package io.outlay.ingestion.userevent;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.userevent.UserEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads a whole file of events and tells what is in it. Blocking; not thread-safe. */
final class EventFileCheck {

  private static final int MOST_PROBLEMS = 100;
  private static final int BETWEEN_REPORTS = 1_000;

  private final List<EventsImportResult.Problem> problems = new ArrayList<>();
  private final Map<String, Long> byType = new TreeMap<>();
  private long events;
  private long problemCount;
  private @Nullable Instant from;
  private @Nullable Instant to;

  /**
   * What the file holds.
   *
   * @param read told from time to time how many events were read; may throw to end it
   */
  EventsImportResult run(EventFile file, EventsReading reading, LongConsumer read)
      throws IOException {
    try (EventFile.Lines lines = file.lines()) {
      while (lines.hasNext()) {
        check(lines.next(), reading);
        if (++events % BETWEEN_REPORTS == 0) {
          read.accept(events);
        }
      }
    } catch (BadRequest ofTheFile) {
      add(Math.max(1, events), ofTheFile);
    }
    if (events == 0 && problemCount == 0) {
      add(1, new BadRequest("The file holds no event."));
    }
    return new EventsImportResult(
        file.format(), events, byType, from, to, problems, problemCount, 0, 0, 0, 0);
  }

  private void check(EventFile.Line line, EventsReading reading) {
    try {
      UserEvent event = reading.read(line);
      byType.merge(event.type().name(), 1L, Long::sum);
      from = from == null || event.occurredAt().isBefore(from) ? event.occurredAt() : from;
      to = to == null || event.occurredAt().isAfter(to) ? event.occurredAt() : to;
    } catch (BadRequest wrong) {
      add(line.number(), wrong);
    }
  }

  private void add(long line, BadRequest wrong) {
    problemCount++;
    if (problems.size() < MOST_PROBLEMS) {
      String field = wrong.details().get("field") instanceof String name ? name : null;
      problems.add(new EventsImportResult.Problem(line, field, wrong.getMessage()));
    }
  }
}
