package io.outlay.domain.channel;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Channels of an organization. */
public interface Channels {

  /** All channels within the scope, by key. */
  Mono<List<Channel>> all(OrganizationId organization, Scope scope);

  /** The channels of these ids, by id; unknown and hidden ones are left out. */
  Mono<Map<Long, Channel>> byIds(OrganizationId organization, Scope scope, Set<Long> ids);
}
