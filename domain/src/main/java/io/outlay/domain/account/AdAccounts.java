package io.outlay.domain.account;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Ad accounts of an organization. */
public interface AdAccounts {

  /**
   * The accounts within scope and filter, by name and id. An organization has at most thousands.
   */
  Mono<List<AdAccount>> all(OrganizationId organization, Scope scope, AdAccountFilter filter);

  /** The accounts of these ids, by id; unknown and hidden ones are left out. */
  default Mono<Map<Long, AdAccount>> byIds(
      OrganizationId organization, Scope scope, Set<Long> ids) {
    return byIds(organization, scope, ids, null);
  }

  /** The accounts of these ids with their names of a data version; null for the newest. */
  Mono<Map<Long, AdAccount>> byIds(
      OrganizationId organization, Scope scope, Set<Long> ids, @Nullable Long version);
}
