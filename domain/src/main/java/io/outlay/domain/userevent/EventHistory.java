package io.outlay.domain.userevent;

import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All that happened to an organization's users, with when it became known. */
public interface EventHistory {

  /** Most users or samples of one call. */
  int MOST = 1_000;

  /** How many users the organization has. */
  Mono<Long> countUsers(OrganizationId organization);

  /**
   * Numbers of users, rising.
   *
   * @param after the number before the first
   * @param limit most of them, up to {@value #MOST}
   */
  Mono<List<Long>> users(OrganizationId organization, long after, int limit);

  /**
   * When users signed up, the first time; those who never did are left out.
   *
   * @param userIds up to {@value #MOST}
   * @param knownBy only what was known by then counts
   */
  Mono<Map<Long, Instant>> signUps(
      OrganizationId organization, Collection<Long> userIds, Instant knownBy);

  /**
   * Events of users, those of one user together, in no other order.
   *
   * @param userIds up to {@value #MOST}
   * @param knownBy only what was known by then is told
   */
  Flux<KnownEvent> events(OrganizationId organization, Collection<Long> userIds, Instant knownBy);

  /**
   * Devices and addresses, one a user and time, in their order.
   *
   * @param usersAt up to {@value #MOST}
   */
  Mono<List<KnownContacts>> contacts(OrganizationId organization, List<UserAt> usersAt);

  /** Whether any event was recorded after the first and up to the second time. */
  Mono<Boolean> hasRecorded(OrganizationId organization, Instant after, Instant until);
}
