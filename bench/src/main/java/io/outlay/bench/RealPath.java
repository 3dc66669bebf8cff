package io.outlay.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.performance.postgres.PostgresDeadLetters;
import io.outlay.domain.performance.postgres.PostgresLargeSlices;
import io.outlay.domain.performance.postgres.PostgresLogPositions;
import io.outlay.domain.performance.postgres.PostgresSlices;
import io.outlay.domain.version.postgres.PostgresDataVersions;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.ingestion.log.kafka.KafkaRecordLog;
import io.outlay.ingestion.sink.SliceSink;
import io.outlay.ingestion.slice.LogSlicePublisher;
import io.outlay.ingestion.slice.SliceRecords;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The server's own way of a slice: publisher, Kafka, sink, tables. */
final class RealPath implements AutoCloseable {

  private static final int ON_THEIR_WAY = 32;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RecordLog log;
  private final LogSlicePublisher publisher;
  private final Supplier<SliceSink> sinks;
  private @Nullable SliceSink sink;

  RealPath(Database database, String bootstrapServers) {
    PostgresLargeSlices large = new PostgresLargeSlices(database);
    this.log =
        new KafkaRecordLog(
            bootstrapServers, List.of(SliceRecords.SLICES, SliceRecords.DEAD_LETTERS));
    this.publisher = new LogSlicePublisher(log, large);
    PostgresDataVersions versions = new PostgresDataVersions(database, new Notifications(database));
    this.sinks =
        () ->
            new SliceSink(
                log,
                new PostgresSlices(database),
                new PostgresLogPositions(database),
                large,
                new PostgresDeadLetters(database),
                versions,
                meters);
  }

  /** Waits until the log has every slice. */
  void publish(Stream<Slice> slices) {
    Flux.fromStream(slices)
        .flatMapSequential(publisher::publish, ON_THEIR_WAY)
        .then()
        .block(LONGEST);
  }

  /** Begins to read with a sink of its own, as another server would. */
  void start() {
    SliceSink started = sinks.get();
    started.start();
    sink = started;
  }

  void stop() {
    if (sink != null) {
      sink.close();
    }
  }

  /** Slices whose transaction has been committed since this path was made. */
  long applied() {
    return (long)
        (meters.counter("outlay.slices.applied", "outcome", "changed").count()
            + meters.counter("outlay.slices.applied", "outcome", "unchanged").count());
  }

  /** Waits until so many slices have been committed. */
  void awaitApplied(long slices) {
    Flux.interval(LOOK_EVERY)
        .onBackpressureDrop()
        .filter(tick -> applied() >= slices)
        .next()
        .block(LONGEST);
  }

  @Override
  public void close() {
    stop();
    log.close();
  }
}
