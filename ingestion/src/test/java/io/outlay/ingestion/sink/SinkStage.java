package io.outlay.ingestion.sink;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.DeadLetters;
import io.outlay.domain.performance.Slices;
import io.outlay.domain.performance.postgres.PostgresDeadLetters;
import io.outlay.domain.performance.postgres.PostgresLargeSlices;
import io.outlay.domain.performance.postgres.PostgresLogPositions;
import io.outlay.domain.performance.postgres.PostgresSlices;
import io.outlay.domain.version.postgres.PostgresDataVersions;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.ingestion.slice.LogSlicePublisher;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One process's way from the publisher to the tables, and looks into the tables. */
final class SinkStage implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Database database;
  private final RecordLog log;
  private final LogSlicePublisher publisher;
  private final DeadLetters deadLetters;
  private final SliceSink sink;

  SinkStage(Database database, RecordLog log) {
    this(database, log, new PostgresSlices(database));
  }

  SinkStage(Database database, RecordLog log, Slices slices) {
    this.database = database;
    this.log = log;
    PostgresLargeSlices large = new PostgresLargeSlices(database);
    this.publisher = new LogSlicePublisher(log, large);
    this.deadLetters = new PostgresDeadLetters(database);
    this.sink =
        new SliceSink(
            log,
            slices,
            new PostgresLogPositions(database),
            large,
            deadLetters,
            new PostgresDataVersions(database, new Notifications(database)),
            new SimpleMeterRegistry());
  }

  void start() {
    sink.start();
  }

  RecordLog log() {
    return log;
  }

  LogSlicePublisher publisher() {
    return publisher;
  }

  DeadLetters deadLetters() {
    return deadLetters;
  }

  /** A number read for an organization; 0 for null. */
  Mono<Long> number(OrganizationId organization, String sql) {
    return database
        .inOrganization(organization)
        .one(sql, List.of(), row -> zeroForNull(row.get(0, Long.class)));
  }

  /** Waits until a number is as expected; returns the last number seen when patience ends. */
  long awaited(OrganizationId organization, String sql, long expected) {
    return awaited(organization, sql, expected, PATIENCE);
  }

  long awaited(OrganizationId organization, String sql, long expected, Duration patience) {
    Long last =
        Flux.interval(Duration.ZERO, Duration.ofMillis(100))
            .onBackpressureDrop()
            .concatMap(tick -> number(organization, sql).timeout(patience).onErrorReturn(-1L), 1)
            .takeUntil(number -> number == expected)
            .take(patience)
            .last(-1L)
            .block(patience.plusSeconds(20));
    return Objects.requireNonNull(last);
  }

  private static Long zeroForNull(@Nullable Long value) {
    return value == null ? 0L : value;
  }

  @Override
  public void close() {
    sink.close();
    log.close();
  }
}
