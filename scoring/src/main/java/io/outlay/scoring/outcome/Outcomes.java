package io.outlay.scoring.outcome;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** What became true, by the organization's definitions. */
public interface Outcomes {

  /**
   * One outcome a sample, in their order.
   *
   * @param samples at most 10,000
   * @param knownBy only what was recorded by then counts
   */
  Mono<List<KnownOutcome>> of(
      OrganizationId organization, RiskKind kind, List<Sample> samples, Instant knownBy);
}
