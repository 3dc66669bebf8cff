package io.outlay.scoring.watch;

import io.outlay.domain.risk.LoggedPrediction;
import io.outlay.scoring.registry.Background;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is compared with what: rows asked in the quarter of the day in which most were asked, with
 * those learned from in that quarter. A nightly scoring of all users would otherwise differ from
 * rows of all hours in everything that is counted by the day. Where either side is too small, all
 * with all.
 *
 * @param predictions of the period
 * @param quantiles of the reference, one a feature
 * @param missing shares of the reference
 * @param rows of the reference
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record ComparedRows(
    List<LoggedPrediction> predictions, List<float[]> quantiles, double[] missing, long rows) {

  private static final int FEWEST = 200;

  static ComparedRows of(WatchedPeriod period) {
    Background background = period.model().background();
    Map<Integer, List<LoggedPrediction>> byDaytime =
        period.predictions().stream()
            .collect(Collectors.groupingBy(one -> Background.daytimeOf(one.scoredAt())));
    if (!background.daytimes().isEmpty() && !byDaytime.isEmpty()) {
      Map.Entry<Integer, List<LoggedPrediction>> most =
          Collections.max(
              byDaytime.entrySet(), Comparator.comparingInt(entry -> entry.getValue().size()));
      Background.Daytime learned = background.daytimes().get(most.getKey());
      if (learned.rows() >= FEWEST && most.getValue().size() >= FEWEST) {
        return new ComparedRows(
            most.getValue(), learned.quantiles(), learned.missing(), learned.rows());
      }
    }
    return new ComparedRows(
        period.predictions(), background.quantiles(), background.missing(), period.referenceRows());
  }

  Drift drift(int feature) {
    float[] known = quantiles.get(feature);
    double[] reference = new double[known.length];
    for (int i = 0; i < reference.length; i++) {
      reference[i] = known[i];
    }
    return Drift.of(
        ReferenceBins.of(reference, missing[feature], rows),
        predictions.stream().mapToDouble(one -> one.features()[feature]).toArray());
  }
}
