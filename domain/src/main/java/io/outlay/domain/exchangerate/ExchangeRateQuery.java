package io.outlay.domain.exchangerate;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.DateRange;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of rates, newest day first, then by currency.
 *
 * @param table name of the table; null for the one the organization converts by
 * @param currencyCodes currencies wanted; empty for all
 * @param range days wanted; null for all
 * @param first most rates, from 0 to 500
 * @param after last rate of the page before; null for the first page
 */
public record ExchangeRateQuery(
    OrganizationId organization,
    @Nullable String table,
    Set<String> currencyCodes,
    @Nullable DateRange range,
    int first,
    @Nullable Position after) {

  /** Most rates in one page. */
  public static final int LARGEST_PAGE = 500;

  /** Copies the currencies and refuses a page that is too large. */
  public ExchangeRateQuery {
    currencyCodes = Set.copyOf(currencyCodes);
    if (first < 0 || first > LARGEST_PAGE) {
      throw BadRequest.of("first", first, "a number from 0 to " + LARGEST_PAGE);
    }
  }

  /** Where a page ended. */
  public record Position(LocalDate day, String currencyCode) {}
}
