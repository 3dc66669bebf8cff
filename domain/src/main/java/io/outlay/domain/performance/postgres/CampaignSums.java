package io.outlay.domain.performance.postgres;

import io.outlay.domain.metric.BaseMetric;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sums of one slice's rows by campaign, currency and pattern of reported metrics, made while
 * its rows are staged: what the rollup of a new slice holds. Not thread-safe.
 */
final class CampaignSums {

  private static final int METRICS = BaseMetric.values().length;
  private static final byte TAB = '\t';

  private final byte[] text;
  private final Map<Group, Sums> groups = new LinkedHashMap<>();
  private @Nullable Group last;
  private @Nullable Sums lastSums;

  /** Sums lines of the slice's own text. */
  CampaignSums(byte[] text) {
    this.text = text;
  }

  /**
   * Adds a line.
   *
   * @param entity number of its campaign, ad group and ad
   * @param line where it begins, with the campaign's id
   * @param metrics where its currency begins, which pattern and metrics follow
   * @param end where it ends
   */
  void add(int entity, int line, int metrics, int end) {
    int patternEnd = tabAfter(tabAfter(metrics) + 1);
    Sums sums = sums(line, metrics, patternEnd, entity);
    int from = patternEnd + 1;
    for (int metric = 0; metric < METRICS; metric++) {
      int to = metric == METRICS - 1 ? end : tabAfter(from);
      sums.add(metric, text, from, to);
      from = to + 1;
    }
  }

  /** Writes a line for each group. */
  void write(int slice, CopyText target) {
    groups.forEach((group, sums) -> sums.write(slice, group, target));
  }

  /** Rows are in the order of their text: those of one campaign follow each other. */
  private Sums sums(int line, int pattern, int patternEnd, int entity) {
    Group group =
        new Group(
            new ByteKey(0, text, line, tabAfter(line)), new ByteKey(0, text, pattern, patternEnd));
    if (lastSums == null || !group.equals(last)) {
      last = group;
      lastSums = groups.computeIfAbsent(group, first -> new Sums(entity));
    }
    return lastSums;
  }

  private int tabAfter(int from) {
    for (int i = from; i < text.length; i++) {
      if (text[i] == TAB) {
        return i;
      }
    }
    throw new IllegalArgumentException("a row ends before its last column");
  }

  /**
   * What is summed together.
   *
   * @param pattern currency and pattern of reported metrics, as two columns of text
   */
  private record Group(ByteKey campaign, ByteKey pattern) {}

  /** Sums of one group; a metric that no row reports has none. */
  private static final class Sums {

    private final int entity;
    private final long[] sums = new long[METRICS];
    private final boolean[] isReported = new boolean[METRICS];

    Sums(int entity) {
      this.entity = entity;
    }

    void add(int metric, byte[] text, int from, int to) {
      if (to - from == 2 && text[from] == '\\' && text[from + 1] == 'N') {
        return;
      }
      try {
        sums[metric] = Math.addExact(sums[metric], WholeNumbers.read(text, from, to));
        isReported[metric] = true;
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException("a campaign's sum leaves the range of 64 bits", e);
      }
    }

    void write(int slice, Group group, CopyText target) {
      target.number(slice).number(entity).raw(group.pattern());
      for (int metric = 0; metric < METRICS; metric++) {
        target.text(isReported[metric] ? (Long) sums[metric] : null);
      }
      target.end();
    }
  }
}
