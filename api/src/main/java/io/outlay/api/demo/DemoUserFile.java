package io.outlay.api.demo;

import io.outlay.ingestion.simulator.user.UserHistory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import reactor.core.publisher.Flux;

/**
 * A file of events that were recorded after a moment and up to another, made while it is read: a
 * piece for all who signed up on a day.
 *
 * @param first day of the first sign-up
 */
record DemoUserFile(
    String company, UserHistory users, LocalDate first, Instant after, Instant until) {

  String name() {
    return company + "-users-" + until + ".ndjson";
  }

  Flux<ByteBuffer> content() {
    LocalDate last = LocalDate.ofInstant(until, ZoneOffset.UTC);
    return Flux.fromStream(() -> first.datesUntil(last.plusDays(1))).map(this::signedUpOn);
  }

  private ByteBuffer signedUpOn(LocalDate day) {
    StringBuilder lines = new StringBuilder();
    users.tell(day, day, after, until, lines::append);
    return ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
  }
}
