package io.outlay.ingestion.spendimport;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds, as understood, and everything that keeps it from being imported.
 *
 * @param preset key of the recognised or given preset; null where given columns alone were read
 * @param channel key of the channel the preset belongs to; null where it belongs to none
 * @param encoding name of the encoding
 * @param delimiter the character between cells
 * @param numbers how decimals are written: POINT or COMMA
 * @param dates order of day and month where dates needed it
 * @param headerLine number of the line that names the columns
 * @param columns column names by field
 * @param ignoredColumns names of columns that no field uses
 * @param level finest level of the rows
 * @param firstRows the first rows as understood
 * @param lines lines with figures, without titles, header and totals
 * @param slices accounts times periods
 * @param period first to last day
 * @param accountIds the first 100 accounts' ids
 * @param roundedAmounts amounts that had more than six decimals
 * @param totalLines lines left out because they hold sums, and how many there are
 * @param identicalLines lines that repeat an earlier one, and how many there are
 * @param sums what was read, by currency; money and decimals in millionths
 * @param problems the first 100
 * @param problemCount all of them
 */
public record FileReport(
    @Nullable String preset,
    @Nullable String channel,
    @Nullable String encoding,
    @Nullable String delimiter,
    @Nullable String numbers,
    @Nullable String dates,
    long headerLine,
    Map<String, String> columns,
    List<String> ignoredColumns,
    Level level,
    List<UnderstoodRow> firstRows,
    long lines,
    long slices,
    @Nullable Period period,
    List<String> accountIds,
    long roundedAmounts,
    List<TotalLine> totalLines,
    long totalLineCount,
    List<IdenticalLine> identicalLines,
    long identicalLineCount,
    Map<String, Map<BaseMetric, Long>> sums,
    List<FileProblem> problems,
    long problemCount) {

  /**
   * A row as understood, and the line it begins on.
   *
   * @param values what was read, by field; amounts without signs and separators
   */
  public record UnderstoodRow(long line, Period days, Map<String, String> values) {}

  /** A line and the earlier one it repeats cell by cell. */
  public record IdenticalLine(long line, long repeats) {}

  /** A line left out, as it stands there. */
  public record TotalLine(long line, String text) {}

  /** Whether the file can be imported as it is. */
  public boolean isAcceptable() {
    return problemCount == 0;
  }
}
