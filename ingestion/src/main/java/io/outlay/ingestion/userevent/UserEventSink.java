package io.outlay.ingestion.userevent;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.performance.DeadLetters;
import io.outlay.domain.performance.LogPositions;
import io.outlay.domain.performance.StalePosition;
import io.outlay.domain.userevent.UserEvents;
import io.outlay.ingestion.log.LogBatch;
import io.outlay.ingestion.log.Patience;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.ingestion.sink.Graveyard;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.RetryBackoffSpec;

/**
 * Stores the log's events, for ever. Trouble with the database pauses it until that is over; an
 * event that cannot be stored is set aside; nothing is dropped.
 */
public final class UserEventSink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(UserEventSink.class);
  private static final String GROUP = "outlay-user-events";

  private final RecordLog log;
  private final LogPositions positions;
  private final EventReader reader;
  private final EventBatchApplier applier;
  private final EventMetrics metrics;
  private final Disposable.Swap running = Disposables.swap();

  /** Does nothing before {@link #start()}. */
  public UserEventSink(
      RecordLog log,
      UserEvents events,
      LogPositions positions,
      DeadLetters deadLetters,
      EventReader reader,
      MeterRegistry registry) {
    this.log = log;
    this.positions = positions;
    this.reader = reader;
    this.metrics = new EventMetrics(registry);
    this.applier =
        new EventBatchApplier(
            events, positions, new Graveyard(log, deadLetters, metrics::buried), metrics);
  }

  /** Begins to read, or begins anew. */
  public void start() {
    running.update(
        run().subscribe(nothing -> {}, error -> LOG.error("the sink of events has ended", error)));
  }

  /**
   * Stops reading; a transaction on its way is rolled back and read again by whoever reads next.
   */
  @Override
  public void close() {
    running.dispose();
  }

  private Flux<Void> run() {
    return Flux.defer(() -> log.consume(UserEventRecords.TOPIC.name(), GROUP, positions))
        .concatMap(this::apply, 1)
        .retryWhen(forEver("reading events anew"));
  }

  private Mono<Void> apply(LogBatch batch) {
    return read(batch)
        .flatMap(
            delivered ->
                applier
                    .apply(batch, delivered)
                    .retryWhen(forEver("storing events again").filter(UserEventSink::passes)))
        .then(Mono.fromRunnable(batch.stored()));
  }

  private Mono<List<DeliveredEvent>> read(LogBatch batch) {
    return Mono.fromCallable(
            () ->
                batch.records().stream().map(record -> DeliveredEvent.of(record, reader)).toList())
        .subscribeOn(Schedulers.parallel());
  }

  /** Reading from a stale position again would fail for ever: the log must be read anew. */
  private static boolean passes(Throwable error) {
    return !(error instanceof StalePosition);
  }

  private RetryBackoffSpec forEver(String what) {
    return Patience.forEver(LOG, what, metrics::retried);
  }
}
