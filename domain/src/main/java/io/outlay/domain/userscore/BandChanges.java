package io.outlay.domain.userscore;

import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Changes of bands in the order of their numbers. A number that is seen has all before it. */
public interface BandChanges {

  /** Number of the latest change; 0 before the first. */
  Mono<Long> latest(OrganizationId organization);

  /**
   * Changes after a number, as they stand now. Errors with {@link
   * io.outlay.domain.error.CursorExpired} when some of them are no longer kept.
   *
   * @param limit at most so many
   */
  Flux<BandChange> after(OrganizationId organization, long number, int limit);

  /**
   * A signal now, and one whenever there may be more changes; never ends by itself. Signals that
   * come faster than they are taken are joined.
   */
  Flux<Long> signals(OrganizationId organization);

  /**
   * Removes changes that are older than the time; whoever still wants them hears that they are
   * gone.
   */
  Mono<Long> removeBefore(OrganizationId organization, Instant time);
}
