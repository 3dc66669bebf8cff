package io.outlay.scoring.registry;

import io.outlay.scoring.engine.FeatureMatrix;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How each feature was distributed among the newest rows a model was made with.
 *
 * @param quantiles for each feature its values at the 101 percentiles from 0 to 100, rising; empty
 *     where it was always missing
 * @param missing for each feature the share of rows that lacked it
 * @param daytimes the same of the rows of each quarter of the UTC day, from midnight on; empty
 *     where their times are not known
 */
@SuppressWarnings("ArrayRecordComponent") // written and read as JSON, never compared
public record Background(List<float[]> quantiles, double[] missing, List<Daytime> daytimes) {

  private static final int DAYTIMES = 4;

  /** Copies the list; one that was kept before there were daytimes has none. */
  public Background(List<float[]> quantiles, double[] missing, @Nullable List<Daytime> daytimes) {
    this.quantiles = quantiles;
    this.missing = missing;
    this.daytimes = daytimes == null ? List.of() : List.copyOf(daytimes);
  }

  /** Of rows whose times are not known. */
  public Background(List<float[]> quantiles, double[] missing) {
    this(quantiles, missing, List.of());
  }

  /**
   * Rows of one quarter of the day. What somebody did today, and how long ago it was, depends on
   * the hour at which one looks.
   *
   * @param rows how many
   */
  public record Daytime(int rows, List<float[]> quantiles, double[] missing) {}

  /** The quarter of the UTC day a time falls into, from 0. */
  public static int daytimeOf(Instant at) {
    return at.atOffset(ZoneOffset.UTC).getHour() * DAYTIMES / 24;
  }

  /**
   * Quantiles of rows, and of those of each quarter of the day.
   *
   * @param times of the rows, in their order
   */
  public static Background of(FeatureMatrix rows, List<Instant> times) {
    Background all = Quantiles.of(rows);
    List<Daytime> daytimes =
        IntStream.range(0, DAYTIMES).mapToObj(quarter -> daytime(rows, times, quarter)).toList();
    return new Background(all.quantiles(), all.missing(), daytimes);
  }

  private static Daytime daytime(FeatureMatrix rows, List<Instant> times, int quarter) {
    FeatureMatrix chosen =
        rows.select(
            IntStream.range(0, times.size())
                .filter(row -> daytimeOf(times.get(row)) == quarter)
                .toArray());
    Background of = Quantiles.of(chosen);
    return new Daytime(chosen.rows(), of.quantiles(), of.missing());
  }

  /** Quantiles by nearest rank and shares of missing values of rows. */
  public static Background of(FeatureMatrix rows) {
    return Quantiles.of(rows);
  }

  /**
   * Share of rows whose value lay below or at this one, in percent from 0 to 100; NaN where the
   * value or all of theirs are missing.
   */
  public double percentile(int feature, float value) {
    float[] known = quantiles.get(feature);
    if (known.length == 0 || Float.isNaN(value)) {
      return Double.NaN;
    }
    int found = Arrays.binarySearch(known, value);
    if (found < 0) {
      int below = -found - 1;
      return Math.max(0, below - 1) * 100.0 / (known.length - 1);
    }
    int last = found;
    while (last + 1 < known.length && known[last + 1] == value) {
      last++;
    }
    return last * 100.0 / (known.length - 1);
  }
}
