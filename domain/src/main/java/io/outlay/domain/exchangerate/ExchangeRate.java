package io.outlay.domain.exchangerate;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one euro was worth on a day, as reports convert by it.
 *
 * @param table name of the table it is of
 * @param perEuro units of the currency for one euro
 * @param quotedOn day it was quoted: the day itself, or one at most seven days before
 */
public record ExchangeRate(
    String table,
    LocalDate day,
    String currencyCode,
    BigDecimal perEuro,
    LocalDate quotedOn,
    RateSource source) {}
