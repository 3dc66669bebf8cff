package io.outlay.ingestion.userevent;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.userevent.UserEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the events of one import. */
final class EventsReading {

  private static final String RECORDED_AT = "recordedAt";

  private final OrganizationId organization;
  private final EventReader reader;
  private final String recordedAtField;
  private final RecordingTime recording;

  /**
   * @param arrived when the file came: no event was recorded later
   */
  EventsReading(
      OrganizationId organization,
      EventReader reader,
      EventsImportRequest request,
      Instant arrived) {
    this.organization = organization;
    this.reader = reader;
    this.recordedAtField = request.recordedAtField();
    Long delay = request.recordingDelaySeconds();
    this.recording =
        delay == null
            ? RecordingTime.required(recordedAtField)
            : RecordingTime.after(Duration.ofSeconds(delay), arrived);
  }

  /** The event of a line; errors with {@link BadRequest} that tells what is wrong with it. */
  UserEvent read(EventFile.Line line) {
    @Nullable BadRequest problem = line.problem();
    Map<String, ?> fields = line.fields();
    if (problem != null || fields == null) {
      throw problem == null ? new BadRequest("The line holds no event.") : problem;
    }
    return reader.read(organization, renamed(fields), recording);
  }

  private Map<String, ?> renamed(Map<String, ?> fields) {
    if (recordedAtField.equals(RECORDED_AT) || !fields.containsKey(recordedAtField)) {
      return fields;
    }
    Map<String, Object> renamed = new HashMap<>(fields);
    renamed.put(RECORDED_AT, renamed.remove(recordedAtField));
    return renamed;
  }
}
