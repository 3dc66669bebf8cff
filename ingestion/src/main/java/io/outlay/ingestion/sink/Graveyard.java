package io.outlay.ingestion.sink;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.BuriedRecord;
import io.outlay.domain.performance.DeadLetterCause;
import io.outlay.domain.performance.DeadLetters;
import io.outlay.domain.performance.SliceHead;
import io.outlay.ingestion.log.LogRecord;
import io.outlay.ingestion.log.NewRecord;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.ingestion.slice.SliceRecords;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Sets aside what cannot be applied: first as a record in the topic of dead letters, then in the
 * organization's table. What names no known organization can go to the topic only.
 */
public final class Graveyard {

  private static final Logger LOG = LoggerFactory.getLogger(Graveyard.class);
  private static final int LONGEST_MESSAGE = 1_000;

  private final RecordLog log;
  private final DeadLetters deadLetters;
  private final Consumer<DeadLetterCause> told;

  /**
   * @param told hears of each record that was set aside
   */
  public Graveyard(RecordLog log, DeadLetters deadLetters, Consumer<DeadLetterCause> told) {
    this.log = log;
    this.deadLetters = deadLetters;
    this.told = told;
  }

  Mono<Void> bury(String cluster, Delivered.Poison poison) {
    return bury(
        cluster,
        poison.record(),
        null,
        poison.cause(),
        poison.message(),
        RecordHeaders.organization(poison.record()));
  }

  Mono<Void> bury(String cluster, Delivered.Legible slice, DeadLetterCause cause, String message) {
    return bury(
        cluster,
        slice.record(),
        slice.slice().head(),
        cause,
        message,
        Optional.of(slice.organization()));
  }

  /** Of an organization that does not exist: there is no table row it could be kept in. */
  Mono<Void> expel(String cluster, Delivered.Legible slice, String message) {
    return bury(cluster, slice.record(), null, DeadLetterCause.INVALID, message, Optional.empty());
  }

  /**
   * Sets a record aside that is no slice.
   *
   * @param organization whose it is; empty when it names none that exists
   */
  public Mono<Void> bury(
      String cluster,
      LogRecord record,
      DeadLetterCause cause,
      String message,
      Optional<OrganizationId> organization) {
    return bury(cluster, record, null, cause, message, organization);
  }

  private Mono<Void> bury(
      String cluster,
      LogRecord record,
      @Nullable SliceHead head,
      DeadLetterCause cause,
      String message,
      Optional<OrganizationId> organization) {
    String shown = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
    LOG.warn(
        "record {} of {}-{} is set aside: {} {}",
        record.number(),
        record.topic(),
        record.partition(),
        cause,
        shown);
    Mono<Void> kept =
        organization
            .map(owner -> deadLetters.bury(buried(owner, cluster, record, head, cause, shown)))
            .orElseGet(Mono::empty);
    return log.publish(copy(record, cause)).then(kept).doOnSuccess(done -> told.accept(cause));
  }

  private static BuriedRecord buried(
      OrganizationId organization,
      String cluster,
      LogRecord record,
      @Nullable SliceHead head,
      DeadLetterCause cause,
      String message) {
    return new BuriedRecord(
        organization,
        cluster,
        record.topic(),
        record.partition(),
        record.number(),
        record.key(),
        record.headers().getOrDefault(SliceRecords.SCHEMA_VERSION, ""),
        head,
        RecordHeaders.number(record.headers().get(SliceRecords.JOB)).orElse(null),
        DeliveryReader.largeSlice(record).orElse(null),
        record.value(),
        cause,
        message);
  }

  private static NewRecord copy(LogRecord record, DeadLetterCause cause) {
    Map<String, String> headers = new HashMap<>(record.headers());
    headers.put(SliceRecords.CAUSE, cause.name());
    return new NewRecord(SliceRecords.DEAD_LETTERS.name(), record.key(), headers, record.value());
  }
}
