package io.outlay.domain.exchangerate;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one euro was worth on a day, as a table quotes it.
 *
 * @param perEuro units of the currency for one euro, above 0
 */
public record Quotation(LocalDate day, String currencyCode, BigDecimal perEuro) {}
