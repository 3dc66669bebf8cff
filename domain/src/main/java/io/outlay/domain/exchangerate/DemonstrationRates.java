package io.outlay.domain.exchangerate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rates the demonstration starts with: an extract of the European Central Bank's euro reference
 * rates (source: ECB; free to reuse with the source named), shipped beside this class, and made-up
 * rates for the days after it.
 */
public final class DemonstrationRates {

  /** A made-up rate moves by less than this share of itself in a day. */
  private static final double WIDEST_STEP = 0.004;

  private static final int DIGITS = 4;

  private DemonstrationRates() {}

  /** The extract: main currencies from 2020 on. Reads a resource of the program. */
  public static List<Quotation> quoted() {
    InputStream resource = DemonstrationRates.class.getResourceAsStream("ecb-extract.csv.gz");
    if (resource == null) {
      throw new IllegalStateException("ecb-extract.csv.gz is missing beside this class");
    }
    try (resource;
        Stream<Quotation> quotations = EcbHistory.read(resource)) {
      return quotations.toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Made-up quotations for the weekdays after the last of the given ones, up to and with {@code
   * until}: a walk in small steps, the same whenever it is asked for.
   */
  public static List<Quotation> generated(List<Quotation> quoted, LocalDate until) {
    LocalDate last = quoted.stream().map(Quotation::day).max(LocalDate::compareTo).orElse(until);
    Map<String, BigDecimal> rates =
        quoted.stream()
            .filter(quotation -> quotation.day().equals(last))
            .collect(
                Collectors.toMap(
                    Quotation::currencyCode, Quotation::perEuro, (a, b) -> b, TreeMap::new));
    return last.plusDays(1)
        .datesUntil(until.isAfter(last) ? until.plusDays(1) : last.plusDays(1))
        .filter(DemonstrationRates::isWeekday)
        .flatMap(day -> step(rates, day))
        .toList();
  }

  private static Stream<Quotation> step(Map<String, BigDecimal> rates, LocalDate day) {
    rates.replaceAll((currency, rate) -> moved(currency, rate, day));
    return List.copyOf(rates.entrySet()).stream()
        .map(entry -> new Quotation(day, entry.getKey(), entry.getValue()));
  }

  private static BigDecimal moved(String currency, BigDecimal rate, LocalDate day) {
    if (currency.equals("EUR")) {
      return rate;
    }
    double step =
        new SplittableRandom(31 * day.toEpochDay() + currency.hashCode())
            .nextDouble(-WIDEST_STEP, WIDEST_STEP);
    return rate.multiply(BigDecimal.valueOf(1 + step)).setScale(DIGITS, RoundingMode.HALF_EVEN);
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
