package io.outlay.transport;

import io.outlay.api.graphql.cache.DataState;
import io.outlay.domain.organization.OrganizationId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A data version that tests raise by hand. */
@Component
class TestDataState implements DataState {

  private final Map<OrganizationId, Integer> versions = new ConcurrentHashMap<>();

  @Override
  public Mono<String> of(OrganizationId organization) {
    return Mono.fromSupplier(() -> atHand(organization));
  }

  @Override
  public String atHand(OrganizationId organization) {
    return "v" + versions.getOrDefault(organization, 0);
  }

  void raise(long organization) {
    versions.merge(new OrganizationId(organization), 1, Integer::sum);
  }
}
