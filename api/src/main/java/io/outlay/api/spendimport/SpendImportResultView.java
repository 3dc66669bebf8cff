package io.outlay.api.spendimport;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Period;
import io.outlay.ingestion.spendimport.FileProblem;
import io.outlay.ingestion.spendimport.FileReport;
import io.outlay.ingestion.spendimport.ImportConflict;
import io.outlay.ingestion.spendimport.SpendImportResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found in a file as the schema shows it. */
record SpendImportResultView(
    @Nullable String preset,
    long rowCount,
    long sliceCount,
    @Nullable DateRange days,
    List<Row> firstRows,
    long problemCount,
    List<Problem> problems,
    long roundedAmounts,
    long identicalLines,
    long leftOutTotals,
    long rowsThatWouldVanish,
    List<Conflict> conflicts) {

  static SpendImportResultView of(SpendImportResult result) {
    FileReport file = result.file();
    return new SpendImportResultView(
        file.preset() == null ? null : enumValue(file.preset()),
        file.lines(),
        file.slices(),
        file.period() == null ? null : days(file.period()),
        file.firstRows().stream().map(Row::of).toList(),
        file.problemCount(),
        file.problems().stream().map(Problem::of).toList(),
        file.roundedAmounts(),
        file.identicalLineCount(),
        file.totalLineCount(),
        result.rowsThatWouldVanish(),
        result.conflicts().stream().map(Conflict::of).toList());
  }

  private static String enumValue(String presetKey) {
    return presetKey.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static DateRange days(Period period) {
    return new DateRange(period.firstDay(), period.lastDay());
  }

  /** A row as understood. */
  record Row(long line, DateRange days, List<Value> values) {

    static Row of(FileReport.UnderstoodRow row) {
      return new Row(
          row.line(),
          SpendImportResultView.days(row.days()),
          row.values().entrySet().stream().map(Value::of).toList());
    }
  }

  /** One value of a row. */
  record Value(String field, String value) {

    static Value of(Map.Entry<String, String> entry) {
      return new Value(entry.getKey(), entry.getValue());
    }
  }

  /** A place that cannot be read. */
  record Problem(
      @Nullable Long line, @Nullable String column, @Nullable String value, String message) {

    static Problem of(FileProblem problem) {
      return new Problem(problem.line(), problem.column(), problem.value(), problem.expected());
    }
  }

  /** Days that cannot be taken. */
  record Conflict(String accountExternalId, DateRange days, String ownedBy, String message) {

    static Conflict of(ImportConflict conflict) {
      return new Conflict(
          conflict.accountId(),
          SpendImportResultView.days(conflict.days()),
          conflict.ownedBy(),
          conflict.message());
    }
  }
}
