package io.outlay.ingestion.spendimport;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.MetricValues;
import io.outlay.ingestion.csv.Amounts;
import io.outlay.ingestion.csv.CsvLine;
import io.outlay.ingestion.csv.UnreadableValueException;
import io.outlay.ingestion.csv.WrittenNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line's metrics. A metric without a column is not reported. An empty cell is 0 for what
 * every platform measures and not reported for what some rows have no notion of. Not thread-safe.
 */
final class MetricReader {

  /** Metrics for which an empty cell of a mapped column means none were counted. */
  private static final Set<BaseMetric> ZERO_WHEN_EMPTY =
      EnumSet.of(
          BaseMetric.IMPRESSIONS,
          BaseMetric.CLICKS,
          BaseMetric.SPEND,
          BaseMetric.CONVERSIONS,
          BaseMetric.CONVERSION_VALUE);

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final List<FieldColumn> columns;
  private final Amounts amounts;
  private final FileProblems problems;
  private final @Nullable ValuePerConversion valuePerConversion;
  private final @Nullable BaseMetric goalMetric;
  private int roundedAmounts;

  MetricReader(FileLayout layout, SpendFileSettings settings, FileProblems problems) {
    this.columns =
        layout.mapping().all().stream().filter(column -> column.field().metric() != null).toList();
    this.amounts = new Amounts(layout.numbers());
    this.problems = problems;
    this.valuePerConversion = settings.valuePerConversion();
    this.goalMetric = goalMetric(layout, settings);
  }

  /** How many amounts of the line last read had to be rounded. */
  int roundedAmounts() {
    return roundedAmounts;
  }

  MetricValues read(CsvLine line, String currencyCode) {
    roundedAmounts = 0;
    Map<BaseMetric, Long> values = new EnumMap<>(BaseMetric.class);
    for (FieldColumn column : columns) {
      readColumn(line, column, currencyCode, values);
    }
    countGoal(values);
    assumeValue(line, currencyCode, values);
    return MetricValues.of(values);
  }

  /**
   * The currency that headers or the line's own amounts name; null, with a problem added, where
   * none does.
   */
  @Nullable String currencyOf(CsvLine line) {
    for (FieldColumn column : columns) {
      if (column.currencyCode() != null) {
        return column.currencyCode();
      }
    }
    for (FieldColumn column : columns) {
      String code = isMoney(column) ? signOf(line.cell(column.place())) : null;
      if (code != null) {
        return code;
      }
    }
    problems.add(
        new FileProblem(
            line.number(),
            "currency",
            null,
            "a currency: give one, or map a column that names it"));
    return null;
  }

  private @Nullable String signOf(String cell) {
    try {
      return Cells.isNothing(cell) ? null : amounts.read(cell).currencyCode();
    } catch (UnreadableValueException e) {
      return null; // told when the amount itself is read
    }
  }

  private void readColumn(
      CsvLine line, FieldColumn column, String currencyCode, Map<BaseMetric, Long> values) {
    BaseMetric metric = column.field().metric();
    if (metric == null) {
      return;
    }
    @Nullable Long sum = null;
    for (int place : column.places()) {
      String cell = line.cell(place);
      try {
        Long number = Cells.isNothing(cell) ? null : number(cell, column, metric, currencyCode);
        sum =
            number == null ? sum : sum == null ? number : Long.valueOf(Math.addExact(sum, number));
      } catch (UnreadableValueException e) {
        problems.add(new FileProblem(line.number(), column.name(), cell, e.whatWouldBeRight()));
      } catch (ArithmeticException e) {
        problems.add(
            new FileProblem(
                line.number(),
                column.name(),
                cell,
                "numbers whose sum stays below 9,223,372,036,854"));
      }
    }
    if (sum != null) {
      values.put(metric, sum);
    } else if (ZERO_WHEN_EMPTY.contains(metric)) {
      values.put(metric, 0L);
    }
  }

  private Long number(String cell, FieldColumn column, BaseMetric metric, String currencyCode) {
    WrittenNumber number = amounts.read(cell);
    if (number.isNegative()) {
      throw new UnreadableValueException("a number that is not negative");
    }
    if (metric.storage() == BaseMetric.Storage.COUNT) {
      return number.whole();
    }
    String sign = number.currencyCode();
    if (isMoney(column) && sign != null && !sign.equals(currencyCode)) {
      throw new UnreadableValueException("an amount in " + currencyCode);
    }
    if (column.currencyCode() != null && !column.currencyCode().equals(currencyCode)) {
      throw new UnreadableValueException(
          "a column in " + currencyCode + "; its header says " + column.currencyCode());
    }
    roundedAmounts += number.isRoundedToMicros(column.shift()) ? 1 : 0;
    return number.micros(column.shift());
  }

  /**
   * Conversions count the goal: where the goal was asked for, or no column counts conversions, the
   * goal's own column says how many.
   */
  private void countGoal(Map<BaseMetric, Long> values) {
    if (goalMetric == null) {
      return;
    }
    values.put(BaseMetric.CONVERSIONS, values.getOrDefault(goalMetric, 0L));
  }

  private void assumeValue(CsvLine line, String currencyCode, Map<BaseMetric, Long> values) {
    if (valuePerConversion == null) {
      return;
    }
    if (!valuePerConversion.currencyCode().equals(currencyCode)) {
      problems.add(
          new FileProblem(
              line.number(),
              "valuePerConversion",
              valuePerConversion.currencyCode(),
              "a value in " + currencyCode));
      return;
    }
    BigDecimal conversions = BigDecimal.valueOf(values.getOrDefault(BaseMetric.CONVERSIONS, 0L));
    BigDecimal exact =
        conversions.multiply(BigDecimal.valueOf(valuePerConversion.micros())).divide(MILLION);
    BigDecimal rounded = exact.setScale(0, RoundingMode.HALF_UP);
    roundedAmounts += rounded.compareTo(exact) == 0 ? 0 : 1;
    if (rounded.unscaledValue().bitLength() > 63) {
      problems.add(
          new FileProblem(
              line.number(),
              "valuePerConversion",
              null,
              "a value of all conversions below 9,223,372,036,854"));
      return;
    }
    values.put(BaseMetric.CONVERSION_VALUE, rounded.longValueExact());
  }

  private static boolean isMoney(FieldColumn column) {
    BaseMetric metric = column.field().metric();
    return metric != null && metric.storage() == BaseMetric.Storage.MONEY;
  }

  private static @Nullable BaseMetric goalMetric(FileLayout layout, SpendFileSettings settings) {
    ConversionKind goal = ConversionGoals.of(layout.preset(), settings);
    SpendField field = ConversionGoals.fieldOf(goal);
    if (field == null || !layout.mapping().has(field)) {
      return null;
    }
    boolean isAskedFor =
        settings.conversionGoal() != null
            && !settings.columns().containsKey(SpendField.CONVERSIONS);
    boolean isCountedOtherwise = layout.mapping().has(SpendField.CONVERSIONS);
    return isAskedFor || !isCountedOtherwise ? field.metric() : null;
  }
}
