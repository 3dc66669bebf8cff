package io.outlay.domain.useractivity;

import io.outlay.domain.organization.OrganizationId;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What is kept of users for scoring. */
public interface UserActivities {

  /**
   * By one statement, whatever the number of users; users nothing is known of are left out.
   *
   * @param userIds at most 1,000 numbers of users
   */
  Mono<Map<Long, UserActivity>> of(OrganizationId organization, Collection<Long> userIds);
}
