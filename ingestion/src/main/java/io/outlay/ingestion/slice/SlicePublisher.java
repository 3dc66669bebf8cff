package io.outlay.ingestion.slice;

import io.outlay.domain.performance.Slice;
import reactor.core.publisher.Mono;

/** Hands slices to the log, from which they are applied to the database. */
public interface SlicePublisher {

  /**
   * Completes when the log has stored the slice for good; it is applied some time later, in the
   * order of publishing for slices of one account. Errors with {@link
   * io.outlay.domain.error.Unavailable} when the log does not answer within a bounded time;
   * publishing the same slice again is harmless.
   */
  Mono<Void> publish(Slice slice);
}
