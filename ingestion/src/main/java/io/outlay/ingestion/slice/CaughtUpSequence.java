package io.outlay.ingestion.slice;

import io.outlay.domain.error.Unavailable;
import io.outlay.domain.performance.LogPositions;
import io.outlay.domain.performance.SliceSequence;
import io.outlay.ingestion.log.LogEnds;
import io.outlay.ingestion.log.RecordLog;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Draws a number only when the database has dealt with all that the log held at the time of asking.
 *
 * <p>A database restored from a backup has forgotten numbers that slices in the log still carry.
 * Reading those pushes its sequence above them; a number drawn before would lose against them, and
 * so would the newer figures that carry it.
 */
public final class CaughtUpSequence implements SliceSequence {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SliceSequence sequence;
  private final RecordLog log;
  private final LogPositions positions;

  /** Draws from the given sequence. */
  public CaughtUpSequence(SliceSequence sequence, RecordLog log, LogPositions positions) {
    this.sequence = sequence;
    this.log = log;
    this.positions = positions;
  }

  /**
   * {@inheritDoc} Errors with {@link Unavailable} when the log does not answer or its reader is
   * more than 30 seconds behind; ask again later.
   */
  @Override
  public Mono<Long> next() {
    return log.ends(SliceRecords.SLICES.name())
        .flatMap(this::reached)
        .then(Mono.defer(sequence::next));
  }

  private Mono<Boolean> reached(LogEnds ends) {
    String topic = SliceRecords.SLICES.name();
    return Mono.defer(() -> positions.read(ends.cluster(), topic, ends.ends().keySet()))
        .map(ends::areReached)
        .filter(isReached -> isReached)
        .repeatWhenEmpty(looks -> looks.delayElements(BETWEEN_LOOKS))
        .timeout(
            PATIENCE,
            Mono.error(() -> new Unavailable("Slices in the log wait to be stored first.")));
  }
}
