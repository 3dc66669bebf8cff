package io.outlay.domain.exchangerate;

import java.util.List;

/**
 * Rates in order.
 *
 * @param hasNextPage whether more follow
 */
public record ExchangeRatePage(List<ExchangeRate> rates, boolean hasNextPage) {

  /** Copies the rates. */
  public ExchangeRatePage {
    rates = List.copyOf(rates);
  }
}
