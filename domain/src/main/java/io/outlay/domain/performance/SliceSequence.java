package io.outlay.domain.performance;

import reactor.core.publisher.Mono;

/** Numbers that order the slices of one key. */
public interface SliceSequence {

  /**
   * A number greater than all drawn before, also where the database has forgotten them. Draw it
   * when a fetch or an import starts, under the account's lease.
   */
  Mono<Long> next();
}
