package io.outlay.api.whole;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The input's own book: writes spend files by a seed and adds up what they say while it writes. It
 * shares nothing with what reads the files.
 */
final class Ledger {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final int MICROS = 6;

  private final Random random;
  private final Map<String, Totals> standing = new TreeMap<>();

  Ledger(long seed) {
    this.random = new Random(seed);
  }

  /** Sums of a file, or of all that stands. */
  record Totals(long rows, long impressions, long clicks, BigDecimal spend, BigDecimal sold) {

    static final Totals NOTHING = new Totals(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    Totals plus(Totals other) {
      return new Totals(
          rows + other.rows,
          impressions + other.impressions,
          clicks + other.clicks,
          spend.add(other.spend),
          sold.add(other.sold));
    }
  }

  /** A file about one account, and what it adds up to. */
  record SpendFile(String account, String content, Totals totals) {}

  /** A file of as many days, each with as many rows; other figures each time. */
  SpendFile write(String account, int days, int rowsADay) {
    StringBuilder text = new StringBuilder("day,campaign,group,ad,shown,clicked,cost,sold\n");
    Totals totals = Totals.NOTHING;
    for (int day = 0; day < days; day++) {
      for (int row = 0; row < rowsADay; row++) {
        long shown = random.nextInt(100_000);
        long clicked = random.nextInt(1_000);
        BigDecimal cost = BigDecimal.valueOf(random.nextLong(90_000_000), MICROS);
        BigDecimal sold = BigDecimal.valueOf(random.nextInt(5_000), 3);
        totals = totals.plus(new Totals(1, shown, clicked, cost, sold));
        text.append(FIRST_DAY.plusDays(day)).append(",c").append(row % 5).append(",g");
        text.append(row % 10).append(",a").append(row).append(',').append(shown).append(',');
        text.append(clicked).append(',').append(cost.toPlainString()).append(',');
        text.append(sold.toPlainString()).append('\n');
      }
    }
    return new SpendFile(account, text.toString(), totals);
  }

  /** From now on the account's figures are those of this file, and no others. */
  void book(SpendFile file) {
    standing.put(file.account(), file.totals());
  }

  /** What all booked files add up to. */
  Totals totals() {
    return standing.values().stream().reduce(Totals.NOTHING, Totals::plus);
  }
}
