package io.outlay.domain.risk;

import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;

/** Flags over models. */
public interface ModelFlags {

  /**
   * Raises flags for what was found and has none yet, and clears those whose subject was looked at
   * and not found again, in one transaction.
   *
   * @param found all that was found for this reason in this look
   * @return flags that are new
   */
  Flux<ModelFlag> settle(
      OrganizationId organization,
      RiskKind kind,
      long modelId,
      ModelFlag.Reason reason,
      List<FlagFinding> found,
      Instant at);

  /** Of each model its flags, those not cleared first, then newest first. */
  Flux<ModelFlag> of(OrganizationId organization, Collection<Long> modelIds, int mostEach);
}
