package io.outlay.domain.risk;

import java.time.LocalDate;
import java.util.List;

/**
 * Probabilities of a model's first period, with which later ones are compared.
 *
 * @param rows how many there were
 * @param quantiles their 101 percentiles from 0 to 100, rising
 */
public record ScoreReference(LocalDate from, LocalDate to, long rows, List<Double> quantiles) {

  /** Copies the list. */
  public ScoreReference {
    quantiles = List.copyOf(quantiles);
  }
}
