package io.outlay.scoring.training;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import java.math.BigDecimal;
import reactor.core.publisher.Mono;

/**
 * What mistakes about users cost an organization, and what it assumes of its labels.
 *
 * @param falseAlarm cost of acting on a user for nothing, in major units of the reporting currency
 * @param miss cost of not acting where it was due
 * @param labelFrequency share of positives that are labelled as such, above 0 and at most 1; 1
 *     where every one is known
 */
public record Stakes(BigDecimal falseAlarm, BigDecimal miss, double labelFrequency) {

  /**
   * The probability from which acting costs less than not acting (Elkan 2001, "The foundations of
   * cost-sensitive learning").
   */
  public double threshold() {
    return falseAlarm.doubleValue() / falseAlarm.add(miss).doubleValue();
  }

  /** Where they are kept. */
  @FunctionalInterface
  public interface Store {

    /** Those of an organization for a kind; defaults where it chose none. */
    Mono<Stakes> of(OrganizationId organization, RiskKind kind);
  }
}
