package io.outlay.domain.risk;

import io.outlay.domain.organization.OrganizationId;
import reactor.core.publisher.Mono;

/** The definitions organizations chose. */
public interface RiskSettingsStore {

  /** An organization's settings; the defaults where it chose none. */
  Mono<RiskSettings> of(OrganizationId organization);
}
