package io.outlay.ingestion.sink;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.DeadLetterCause;
import io.outlay.domain.performance.LargeSlices;
import io.outlay.domain.performance.TextSlice;
import io.outlay.ingestion.log.LogRecord;
import io.outlay.ingestion.slice.SliceCodec;
import io.outlay.ingestion.slice.SliceRecords;
import io.outlay.ingestion.slice.UnreadableSlice;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Makes slices of records; never fails for what a record holds. */
final class DeliveryReader {

  private final LargeSlices large;
  private final SliceCodec codec = new SliceCodec();

  DeliveryReader(LargeSlices large) {
    this.large = large;
  }

  /** The record as a slice, or as poison. Errors only when a large slice cannot be asked for. */
  Mono<Delivered> read(LogRecord record) {
    return bytes(record)
        .flatMap(
            bytes ->
                Mono.fromCallable(() -> decode(record, bytes)).subscribeOn(Schedulers.parallel()))
        .onErrorResume(UnreadableSlice.class, error -> Mono.just(poison(record, error)));
  }

  /**
   * Where the bytes of a large slice are; empty when they are in the record or the header is no id.
   */
  static Optional<UUID> largeSlice(LogRecord record) {
    try {
      return Optional.ofNullable(record.headers().get(SliceRecords.LARGE_SLICE))
          .map(UUID::fromString);
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private Mono<byte[]> bytes(LogRecord record) {
    Optional<UUID> reference = largeSlice(record);
    Optional<OrganizationId> organization = RecordHeaders.organization(record);
    if (reference.isEmpty() || organization.isEmpty()) {
      return Mono.just(record.value());
    }
    return large
        .load(organization.get(), reference.get())
        .switchIfEmpty(
            Mono.error(
                () -> new UnreadableSlice("The large slice's bytes are no longer kept.", null)));
  }

  private Delivered decode(LogRecord record, byte[] bytes) {
    String version = record.headers().getOrDefault(SliceRecords.SCHEMA_VERSION, "");
    TextSlice slice = codec.decode(bytes, version);
    boolean sameOrganization =
        RecordHeaders.organization(record).map(slice.organization()::equals).orElse(false);
    return sameOrganization
        ? new Delivered.Legible(record, slice)
        : new Delivered.Poison(
            record,
            DeadLetterCause.UNREADABLE,
            "The slice's organization is not the one its record names.");
  }

  private static Delivered poison(LogRecord record, UnreadableSlice error) {
    String message = error.getMessage();
    return new Delivered.Poison(
        record, DeadLetterCause.UNREADABLE, message == null ? "Unreadable." : message);
  }
}
