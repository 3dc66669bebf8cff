package io.outlay.ingestion.sink;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.performance.DeadLetters;
import io.outlay.domain.performance.LargeSlices;
import io.outlay.domain.performance.LogPositions;
import io.outlay.domain.performance.Slices;
import io.outlay.domain.performance.StalePosition;
import io.outlay.domain.version.DataVersions;
import io.outlay.ingestion.log.Patience;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.ingestion.slice.SliceRecords;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.RetryBackoffSpec;

/**
 * Applies the log's slices to the database, for ever. Trouble with the database pauses it until
 * that is over; trouble with a slice sets the slice aside; nothing is dropped.
 */
public final class SliceSink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SliceSink.class);
  private static final String GROUP = "outlay-sink";
  private static final int AT_ONCE = 2;
  private static final int DECODED_AT_ONCE = 4;

  private final RecordLog log;
  private final LogPositions positions;
  private final DeliveryReader reader;
  private final ChunkApplier applier;
  private final SinkMetrics metrics;
  private final Disposable.Swap running = Disposables.swap();

  /** Does nothing before {@link #start()}. */
  public SliceSink(
      RecordLog log,
      Slices slices,
      LogPositions positions,
      LargeSlices large,
      DeadLetters deadLetters,
      DataVersions versions,
      MeterRegistry registry) {
    this.log = log;
    this.positions = positions;
    this.metrics = new SinkMetrics(registry);
    this.reader = new DeliveryReader(large);
    this.applier =
        new ChunkApplier(
            slices, positions, new Graveyard(log, deadLetters, metrics::buried), versions, metrics);
  }

  /** Begins to read, or begins anew. */
  public void start() {
    running.update(run().subscribe(nothing -> {}, error -> LOG.error("the sink has ended", error)));
  }

  /**
   * Stops reading; a transaction on its way is rolled back and read again by whoever reads next.
   */
  @Override
  public void close() {
    running.dispose();
  }

  private Flux<Void> run() {
    return Flux.defer(() -> relay(new Relay())).retryWhen(forEver("reading slices anew"));
  }

  /** One chunk is committed at a time; the next is brought to the database meanwhile. */
  private Flux<Void> relay(Relay relay) {
    return log.consume(SliceRecords.SLICES.name(), GROUP, positions)
        .concatMapIterable(relay::legs, 1)
        .flatMapSequential(this::apply, AT_ONCE, 1);
  }

  private Mono<Void> apply(Relay.Leg leg) {
    return applyUntilDone(leg.chunk(), leg.turn()).then(Mono.fromRunnable(leg.done()));
  }

  private Mono<Void> applyUntilDone(Chunk chunk, Mono<Void> turn) {
    return Mono.defer(() -> read(chunk))
        .flatMap(delivered -> applier.apply(chunk, delivered, turn))
        .retryWhen(forEver("applying slices again").filter(SliceSink::passes));
  }

  private Mono<List<Delivered>> read(Chunk chunk) {
    return Flux.fromIterable(chunk.records())
        .flatMapSequential(reader::read, DECODED_AT_ONCE)
        .collectList();
  }

  /** Reading from a stale position again would fail for ever: the log must be read anew. */
  private static boolean passes(Throwable error) {
    return !(error instanceof StalePosition);
  }

  private RetryBackoffSpec forEver(String what) {
    return Patience.forEver(LOG, what, metrics::retried);
  }
}
