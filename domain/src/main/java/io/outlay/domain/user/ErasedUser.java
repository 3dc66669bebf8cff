package io.outlay.domain.user;

import io.outlay.domain.organization.OrganizationId;
import java.util.Set;

/**
 * A user who is to be removed, by all that may lead to it.
 *
 * @param id its number
 * @param ids its number and those of users who turned out to be the same
 * @param externalIds every id it was ever known by
 */
public record ErasedUser(
    OrganizationId organization, long id, Set<Long> ids, Set<String> externalIds) {

  /** Copies the sets. */
  public ErasedUser {
    ids = Set.copyOf(ids);
    externalIds = Set.copyOf(externalIds);
  }
}
