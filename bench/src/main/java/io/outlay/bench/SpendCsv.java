package io.outlay.bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** A spend file of about so many bytes, made as it is read and always the same. */
final class SpendCsv extends InputStream {

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 700;

  private final long bytes;
  private long made;
  private long row = -1;
  private byte[] line = new byte[0];
  private int at;

  SpendCsv(long bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    return at < line.length || next() ? line[at++] & 0xFF : -1;
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
    if (made >= bytes) {
      return false;
    }
    String text =
        row < 0 ? "Day,Campaign,Ad group,Ad,Device,Impr.,Clicks,Cost,Conversions\n" : text(row);
    row++;
    line = text.getBytes(StandardCharsets.UTF_8);
    made += line.length;
    at = 0;
    return true;
  }

  private static String text(long row) {
    long ad = row / DAYS;
    return FIRST_DAY.plusDays(row % DAYS)
        + ",캠페인 "
        + ad / 400
        + ",Ad group number "
        + ad / 20
        + ",Creative_video_portrait_"
        + ad
        + ",Mobile,"
        + row % 10_007
        + ","
        + row % 101
        + ","
        + row * 7_919 % 90_001
        + ".25,"
        + row % 7
        + ".5\n";
  }
}
