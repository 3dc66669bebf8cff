package io.outlay.bench;

import java.time.Duration;
import java.util.Locale;

/**
 * What moving rows took.
 *
 * @param program CPU time of the program that brings the rows
 * @param database CPU time of PostgreSQL
 */
record Cost(long rows, Duration wall, Duration program, Duration database) {

  double perSecond() {
    return rows / seconds(wall);
  }

  double perCpuSecond() {
    return rows / (seconds(program) + seconds(database));
  }

  String line(String what) {
    return String.format(
        Locale.ROOT,
        "%-28s %9d %8.1f %12.0f %10.1f %10.1f %16.0f",
        what,
        rows,
        seconds(wall),
        perSecond(),
        seconds(program),
        seconds(database),
        perCpuSecond());
  }

  static String header() {
    return String.format(
        Locale.ROOT,
        "%-28s %9s %8s %12s %10s %10s %16s",
        "way",
        "rows",
        "s",
        "rows/s",
        "CPU s",
        "PG CPU s",
        "rows/CPU s");
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
