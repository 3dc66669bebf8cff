package io.outlay.ingestion.userevent;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.DeadLetterCause;
import io.outlay.domain.userevent.UserEvent;
import io.outlay.ingestion.log.LogRecord;
import io.outlay.ingestion.sink.RecordHeaders;
import java.util.Map;
import java.util.Optional;

/** A record of the log, read as far as it goes. */
sealed interface DeliveredEvent {

  /** The record itself. */
  LogRecord record();

  /** An event. */
  record Legible(LogRecord record, OrganizationId organization, UserEvent event)
      implements DeliveredEvent {}

  /** Bytes that are none, with the reason. */
  record Poison(LogRecord record, DeadLetterCause cause, String message)
      implements DeliveredEvent {}

  /** Never fails for what a record holds. */
  static DeliveredEvent of(LogRecord record, EventReader reader) {
    Optional<OrganizationId> organization = RecordHeaders.organization(record);
    if (organization.isEmpty()) {
      return new Poison(
          record,
          DeadLetterCause.UNREADABLE,
          "The record has no header organization with the organization's number.");
    }
    Map<String, Object> fields;
    try {
      fields = EventJson.read(record.value(), 0, record.value().length);
    } catch (BadRequest unreadable) {
      return new Poison(record, DeadLetterCause.UNREADABLE, unreadable.getMessage());
    }
    try {
      RecordingTime recording = RecordingTime.at(record.writtenAt());
      return new Legible(
          record, organization.get(), reader.read(organization.get(), fields, recording));
    } catch (BadRequest invalid) {
      return new Poison(record, DeadLetterCause.INVALID, invalid.getMessage());
    }
  }
}
