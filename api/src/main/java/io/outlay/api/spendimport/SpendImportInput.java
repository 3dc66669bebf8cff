package io.outlay.api.spendimport;

import io.outlay.api.input.DateRangeInput;
import io.outlay.api.input.FilterLists;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.money.Micros;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Period;
import io.outlay.ingestion.csv.CsvHints;
import io.outlay.ingestion.spendimport.ImportReplacement;
import io.outlay.ingestion.spendimport.SpendField;
import io.outlay.ingestion.spendimport.SpendFileSettings;
import io.outlay.ingestion.spendimport.SpendImportRequest;
import io.outlay.ingestion.spendimport.ValuePerConversion;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What shall be imported and how, as a caller writes it. */
record SpendImportInput(
    FileContentInput content,
    @Nullable String preset,
    @Nullable List<Column> mapping,
    @Nullable FileFormatInput format,
    @Nullable String channel,
    @Nullable String channelName,
    @Nullable Account account,
    @Nullable String currencyCode,
    @Nullable String timeZone,
    @Nullable DateRangeInput range,
    @Nullable ConversionKind conversionGoal,
    @Nullable MoneyInput valuePerConversion,
    String dataset,
    ImportReplacement replace,
    boolean dryRun) {

  private static final BigDecimal LARGEST_VALUE = new BigDecimal("1000000000");

  /** Which column holds what. */
  record Column(String column, SpendField field) {}

  /** An ad account as the importer names it. */
  record Account(String externalId, @Nullable String name) {}

  /** An amount as a caller writes it. */
  record MoneyInput(BigDecimal amount, String currencyCode) {}

  SpendImportRequest toRequest(long rawInputId) {
    return new SpendImportRequest(
        rawInputId,
        toSettings(),
        channel,
        channelName,
        account == null ? null : account.name(),
        timeZone,
        dataset,
        replace,
        dryRun);
  }

  private SpendFileSettings toSettings() {
    return new SpendFileSettings(
        preset == null ? null : preset.toLowerCase(Locale.ROOT).replace('_', '-'),
        columns(),
        account == null ? null : account.externalId(),
        currencyCode,
        period(),
        conversionGoal,
        value(),
        format == null ? CsvHints.NONE : format.toHints());
  }

  private Map<SpendField, String> columns() {
    Map<SpendField, String> columns = new EnumMap<>(SpendField.class);
    for (Column column : FilterLists.atMost("mapping", mapping, 100)) {
      if (columns.put(column.field(), column.column()) != null) {
        throw BadRequest.of(
            "mapping", column.field(), "each field once; join columns to add up by +");
      }
    }
    return columns;
  }

  private @Nullable Period period() {
    if (range == null) {
      return null;
    }
    DateRange days = range.toRange("range");
    return new Period(days.from(), days.to());
  }

  private @Nullable ValuePerConversion value() {
    if (valuePerConversion == null) {
      return null;
    }
    BigDecimal amount = valuePerConversion.amount();
    if (amount.signum() < 0
        || amount.compareTo(LARGEST_VALUE) > 0
        || Micros.needsRounding(amount)) {
      throw BadRequest.of(
          "valuePerConversion.amount",
          amount,
          "an amount from 0 to 1000000000 with at most six decimals");
    }
    return new ValuePerConversion(Micros.of(amount), valuePerConversion.currencyCode());
  }
}
