package io.outlay.scoring.outcome;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import java.time.Instant;
import java.util.function.DoubleConsumer;
import reactor.core.publisher.Mono;

/** Makes tables that models learn from. */
public interface TrainingTables {

  /**
   * A table as known at a time. Errors with {@link io.outlay.domain.error.BadRequest} when there is
   * too little to learn from.
   *
   * @param from the earliest time of a row
   * @param knownBy nothing recorded later is used; rows not ripe by then are left out
   * @param mostRows at most so many, the same ones for the same data
   * @param progress told the share that is done, from 0 to 1
   */
  Mono<TrainingTable> build(
      OrganizationId organization,
      RiskKind kind,
      Instant from,
      Instant knownBy,
      int mostRows,
      DoubleConsumer progress);
}
