package io.outlay.scoring.train;

import io.outlay.domain.error.BadRequest;
import io.outlay.scoring.metric.SurvivalTimes;
import io.outlay.scoring.table.Column;
import io.outlay.scoring.table.CsvTable;
import io.outlay.scoring.table.FeatureEncoding;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be learned from a table.
 *
 * @param kind what sort of model
 * @param label column of what is foretold; null for survival, and where anomalies are not labelled
 * @param time column of observed or censored times; null but for survival
 * @param event column telling whether the time ended with the event; null but for survival
 * @param categorical columns whose numbers are codes
 * @param dropped columns that are no features
 * @param seed where chance begins
 */
public record LearningTask(
    ModelKind kind,
    @Nullable String label,
    @Nullable String time,
    @Nullable String event,
    Set<String> categorical,
    Set<String> dropped,
    long seed) {

  /** Takes over the sets as they are now; refuses a task without the columns its kind needs. */
  public LearningTask {
    categorical = Set.copyOf(categorical);
    dropped = Set.copyOf(dropped);
    if (kind == ModelKind.CLASSIFIER && label == null) {
      throw BadRequest.of("label", null, "the column to foretell, or a time and an event column");
    }
    if (kind == ModelKind.SURVIVAL && (time == null || event == null)) {
      throw BadRequest.of("time and event", time + ", " + event, "a column for each");
    }
  }

  /** The same task with chance beginning elsewhere. */
  LearningTask withSeed(long other) {
    return new LearningTask(kind, label, time, event, categorical, dropped, other);
  }

  /** Whether a table has what is needed to tell how good foretelling was. */
  public boolean isObservedIn(CsvTable table) {
    String needed = kind == ModelKind.SURVIVAL ? event : label;
    boolean timed = time == null || table.names().contains(time);
    return needed != null && timed && table.names().contains(needed);
  }

  /**
   * Refuses a table that cannot tell how good foretelling was.
   *
   * @throws BadRequest naming the column that is missing
   */
  public void requireObservedIn(CsvTable table) {
    observed().forEach(table::column);
    if (!isObservedIn(table)) {
      throw BadRequest.of("label", label, "the column with what happened");
    }
  }

  private Stream<String> observed() {
    return Stream.of(
            Optional.ofNullable(label), Optional.ofNullable(time), Optional.ofNullable(event))
        .flatMap(Optional::stream);
  }

  /** Outcomes of all rows of a table in which they were observed. */
  public Outcome outcome(CsvTable table) {
    if (time != null && event != null) {
      Column times = table.column(time);
      double[] values = new double[table.rows()];
      for (int row = 0; row < values.length; row++) {
        values[row] = times.time(row);
      }
      return new Outcome.Survival(new SurvivalTimes(values, labels(table, event)));
    }
    if (label == null) {
      throw BadRequest.of("label", null, "the column with what happened");
    }
    return new Outcome.Binary(labels(table, label));
  }

  /** How the table's columns become features, learned from some of its rows. */
  FeatureEncoding encoding(CsvTable table, int[] rows) {
    Set<String> excluded = new HashSet<>(dropped);
    observed().forEach(excluded::add);
    Stream.concat(excluded.stream(), categorical.stream()).forEach(table::column);
    return FeatureEncoding.learn(table, rows, excluded, categorical);
  }

  private static boolean[] labels(CsvTable table, String name) {
    Column column = table.column(name);
    boolean[] labels = new boolean[table.rows()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = column.label(row);
    }
    return labels;
  }
}
