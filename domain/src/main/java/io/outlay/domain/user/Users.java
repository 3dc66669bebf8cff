package io.outlay.domain.user;

import io.outlay.domain.organization.OrganizationId;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** An organization's users. Each call is one statement, whatever the number of users. */
public interface Users {

  /** Users by number; those the organization does not have are left out. */
  Mono<Map<Long, User>> byIds(OrganizationId organization, Collection<Long> ids);

  /**
   * Users by any id they were ever known by; ids nobody has are left out, and ids of one user lead
   * to the same user.
   */
  Mono<Map<String, User>> byExternalIds(
      OrganizationId organization, Collection<String> externalIds);
}
