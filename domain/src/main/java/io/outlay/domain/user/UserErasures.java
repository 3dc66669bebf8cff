package io.outlay.domain.user;

import io.outlay.domain.organization.OrganizationId;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Removes users from the tables of users and their events. */
public interface UserErasures {

  /** All that leads to a user; empty when there is none of this number any more. */
  Mono<ErasedUser> find(OrganizationId organization, long userId);

  /**
   * Removes the user in one transaction, counts anew with whom its neighbours share something, and
   * remembers its ids as keyed hashes with the time: events recorded until then are not stored
   * again.
   *
   * @return removed rows by store
   */
  Mono<Map<String, Long>> erase(ErasedUser user);
}
