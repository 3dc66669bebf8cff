package io.outlay.scoring.outcome;

import io.outlay.domain.error.BadRequest;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.metric.SurvivalTimes;
import io.outlay.scoring.outcome.UserOutcome.TimeTo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts chosen rows together to a table. */
final class FinishedTable {

  /** Fewer teach nothing, and would not be enough to hold some back and measure on them. */
  private static final int LEAST_ROWS = 100;

  private static final int LEAST_OF_EACH = 10;

  private FinishedTable() {}

  /** Errors when there is too little to learn from. */
  static TrainingTable of(TablePlan plan, List<TableRow> rows) {
    checkEnough(plan, rows);
    boolean[] labels = new boolean[rows.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = rows.get(i).label();
    }
    return new TrainingTable(
        plan.kind(),
        plan.features(),
        rows.stream().map(TableRow::sample).toList(),
        matrix(plan, rows),
        labels,
        survival(rows),
        rows.stream().map(TableRow::segment).toList(),
        plan.knownBy(),
        TableHash.of(plan.features(), rows),
        OutcomeWords.of(plan.kind(), plan.settings()));
  }

  private static void checkEnough(TablePlan plan, List<TableRow> rows) {
    long happened = rows.stream().filter(TableRow::label).count();
    long not = rows.size() - happened;
    if (rows.size() < LEAST_ROWS || happened < LEAST_OF_EACH || not < LEAST_OF_EACH) {
      throw BadRequest.of(
          "from",
          plan.from(),
          "a time since when enough is known: %d ripe rows, %d of them each way; there are %d, and it happened in %d"
              .formatted(LEAST_ROWS, LEAST_OF_EACH, rows.size(), happened));
    }
  }

  private static FeatureMatrix matrix(TablePlan plan, List<TableRow> rows) {
    int columns = plan.features().definitions().size();
    float[] values = new float[rows.size() * columns];
    for (int row = 0; row < rows.size(); row++) {
      System.arraycopy(rows.get(row).values(), 0, values, row * columns, columns);
    }
    return new FeatureMatrix(values, rows.size(), columns);
  }

  private static @Nullable SurvivalTimes survival(List<TableRow> rows) {
    double[] times = new double[rows.size()];
    boolean[] events = new boolean[rows.size()];
    for (int i = 0; i < times.length; i++) {
      TimeTo timeTo = rows.get(i).timeTo();
      if (timeTo == null) {
        return null;
      }
      times[i] = timeTo.days();
      events[i] = timeTo.hasHappened();
    }
    return new SurvivalTimes(times, events);
  }
}
