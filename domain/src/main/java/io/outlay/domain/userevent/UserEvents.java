package io.outlay.domain.userevent;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.LogPosition;
import java.util.List;
import reactor.core.publisher.Mono;

/** The one way by which events of users are stored, wherever they come from. */
public interface UserEvents {

  /** Most events of one call. */
  int MOST_EVENTS = 5_000;

  /**
   * Stores events and what is summed up of them in one transaction; completion means that all of it
   * is committed. An event whose id is stored already changes nothing, so that any call may be
   * repeated. Calls of one organization take turns.
   *
   * <p>Errors with {@link io.outlay.domain.performance.UnknownOrganization}, with {@link
   * UserEventsRefused} when the database does not take a value and never will, and with {@link
   * io.outlay.domain.performance.StalePosition}; nothing is stored then.
   *
   * @param events at most {@value #MOST_EVENTS}, in any order
   * @param steps positions of the log that move in the same transaction; none where the events do
   *     not come from it
   */
  Mono<Recorded> record(
      OrganizationId organization, List<UserEvent> events, List<LogPosition> steps);
}
