package io.outlay.ingestion.slice;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.metric.BaseMetric.Storage;
import io.outlay.domain.performance.TextSlice;

/** Rows as they were written while installs, purchases and their like were whole numbers. */
final class WholeCounts {

  /** The version of the written form they belong to. */
  static final String VERSION = "1";

  private static final BaseMetric[] METRICS = BaseMetric.values();
  private static final String ZEROS = "000000";
  private static final String NULL = "\\N";
  private static final String ZERO = "0";

  private WholeCounts() {}

  /** The same slice with those counts in millionths. */
  static TextSlice inMillionths(TextSlice slice) {
    return slice.rewritten(WholeCounts::inMillionths);
  }

  private static String inMillionths(String line) {
    String[] columns = line.split("\t", -1);
    int first = columns.length - METRICS.length;
    for (BaseMetric metric : METRICS) {
      if (metric.storage() == Storage.SHARED_COUNT) {
        int place = first + metric.ordinal();
        columns[place] = inMillionthsOf(columns[place]);
      }
    }
    return String.join("\t", columns) + "\n";
  }

  private static String inMillionthsOf(String count) {
    return count.equals(NULL) || count.equals(ZERO) ? count : count + ZEROS;
  }
}
