package io.outlay.domain.risk;

import io.outlay.domain.organization.OrganizationId;
import java.time.LocalDate;
import reactor.core.publisher.Mono;

/** How predictions end. */
public interface PredictionRetention {

  /**
   * Deletes predictions of days before one, oldest first.
   *
   * @param most at most so many, so that no transaction grows long
   * @return how many there were
   */
  Mono<Long> deleteBefore(OrganizationId organization, LocalDate day, int most);
}
