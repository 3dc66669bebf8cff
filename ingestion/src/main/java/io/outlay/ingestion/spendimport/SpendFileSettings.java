package io.outlay.ingestion.spendimport;

import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.Period;
import io.outlay.ingestion.csv.CsvHints;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a spend file is to be read. A null part is recognised from the file or taken from the preset.
 *
 * @param preset key of a {@link Preset}
 * @param columns column names by field; they win over the preset's
 * @param accountId the account where the file has no column for it
 * @param currencyCode currency of all amounts where the file names none; where it names one, it
 *     must be this
 * @param range the days the rows speak of where the file has no dates
 * @param conversionGoal the kind of conversion that {@code conversions} counts
 * @param valuePerConversion value assumed for each conversion; the rows become estimates
 */
public record SpendFileSettings(
    @Nullable String preset,
    Map<SpendField, String> columns,
    @Nullable String accountId,
    @Nullable String currencyCode,
    @Nullable Period range,
    @Nullable ConversionKind conversionGoal,
    @Nullable ValuePerConversion valuePerConversion,
    CsvHints hints) {

  /** Copies the mapping. */
  public SpendFileSettings {
    columns = Map.copyOf(columns);
  }

  /** Everything recognised; the account is named because few exports name it. */
  public static SpendFileSettings recognised(String accountId, @Nullable String currencyCode) {
    return new SpendFileSettings(
        null, Map.of(), accountId, currencyCode, null, null, null, CsvHints.NONE);
  }

  /** The same for a file without dates. */
  public SpendFileSettings withRange(Period days) {
    return new SpendFileSettings(
        preset, columns, accountId, currencyCode, days, conversionGoal, valuePerConversion, hints);
  }

  /** The same with column names for fields. */
  public SpendFileSettings withColumns(Map<SpendField, String> names) {
    return new SpendFileSettings(
        preset, names, accountId, currencyCode, range, conversionGoal, valuePerConversion, hints);
  }

  /** The same with an assumed value per conversion. */
  public SpendFileSettings withValuePerConversion(ValuePerConversion value) {
    return new SpendFileSettings(
        preset, columns, accountId, currencyCode, range, conversionGoal, value, hints);
  }

  /** The same with a preset named. */
  public SpendFileSettings withPreset(String key) {
    return new SpendFileSettings(
        key, columns, accountId, currencyCode, range, conversionGoal, valuePerConversion, hints);
  }
}
