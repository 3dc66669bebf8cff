package io.outlay.ingestion.spendimport;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * A spend file of any length that is nowhere stored: a million rows are made as they are read,
 * always the same.
 */
final class GeneratedCsv extends InputStream {

  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
  private static final int DAYS = 365;

  private final long rows;
  private long row = -1;
  private byte[] line = new byte[0];
  private int at;

  GeneratedCsv(long rows) {
    this.rows = rows;
  }

  /** Spend of all rows in millionths. */
  static long spendMicros(long rows) {
    long sum = 0;
    for (long row = 0; row < rows; row++) {
      sum += spend(row);
    }
    return sum;
  }

  @Override
  public int read() {
    if (at == line.length && !next()) {
      return -1;
    }
    return line[at++] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (at == line.length && !next()) {
      return -1;
    }
    int count = Math.min(length, line.length - at);
    System.arraycopy(line, at, target, offset, count);
    at += count;
    return count;
  }

  private boolean next() {
    if (row == rows) {
      return false;
    }
    String text =
        row < 0 ? "Day,Campaign,Ad group,Ad,Device,Impr.,Clicks,Cost,Conversions\n" : text(row);
    row++;
    line = text.getBytes(StandardCharsets.UTF_8);
    at = 0;
    return true;
  }

  private static String text(long row) {
    long spend = spend(row);
    return FIRST_DAY.plusDays(row % DAYS)
        + ",캠페인 "
        + row / DAYS % 40
        + ",Ad group number "
        + row / DAYS % 900
        + ",Creative_video_portrait_"
        + row / DAYS
        + ",Mobile,"
        + row % 10_007
        + ","
        + row % 101
        + ","
        + spend / 1_000_000
        + "."
        + String.valueOf(1_000_000 + spend % 1_000_000).substring(1)
        + ","
        + row % 7
        + ".25\n";
  }

  private static long spend(long row) {
    return row * 7_919 % 90_000_001;
  }
}
