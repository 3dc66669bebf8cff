package io.outlay.ingestion.userevent;

import io.outlay.domain.error.BadRequest;
import java.time.Duration;
import java.time.Instant;

/** When the company could know of an event that does not say so itself. */
@FunctionalInterface
public interface RecordingTime {

  /**
   * The time; {@link EventReader} sees to it that it is not before the event.
   *
   * @throws BadRequest when the event had to say so
   */
  Instant of(Instant occurredAt);

  /** The same for all: the time at which they arrived. */
  static RecordingTime at(Instant arrived) {
    return occurredAt -> arrived;
  }

  /**
   * The source's usual delay after the event.
   *
   * @param latest no later than this, the time at which they arrived
   */
  static RecordingTime after(Duration delay, Instant latest) {
    return occurredAt -> {
      Instant usual = occurredAt.plus(delay);
      return usual.isBefore(latest) ? usual : latest;
    };
  }

  /** Each event must say so itself. */
  static RecordingTime required(String field) {
    return occurredAt -> {
      throw BadRequest.of(
          field, null, "when it was recorded, in each event, or recordingDelaySeconds for all");
    };
  }
}
