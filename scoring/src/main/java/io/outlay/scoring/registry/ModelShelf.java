package io.outlay.scoring.registry;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import reactor.core.publisher.Mono;

/**
 * Models at work, loaded once and shared. A promotion takes effect on every process within a
 * second; whoever holds the former model may finish with it.
 */
public interface ModelShelf {

  /**
   * The models that serve now; empty when the organization has none of the kind. Usually answered
   * from memory; the first use reads and loads them on a scheduler of its own.
   */
  Mono<ServedModels> of(OrganizationId organization, RiskKind kind);
}
