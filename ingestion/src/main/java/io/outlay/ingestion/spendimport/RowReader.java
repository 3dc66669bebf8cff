package io.outlay.ingestion.spendimport;

import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.Period;
import io.outlay.ingestion.csv.CsvLine;
import io.outlay.ingestion.csv.Days;
import io.outlay.ingestion.csv.UnreadableValueException;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns lines of a file into rows, and says of each cell that cannot be read what would be right.
 * Not thread-safe.
 */
final class RowReader {

  /** Names of platforms are far shorter. */
  private static final int LONGEST_CELL = 1000;

  private final ColumnMapping mapping;
  private final SpendFileSettings settings;
  private final FileProblems problems;
  private final MetricReader metrics;
  private final Days days;

  RowReader(FileLayout layout, SpendFileSettings settings, FileProblems problems) {
    this.mapping = layout.mapping();
    this.settings = settings;
    this.problems = problems;
    this.metrics = new MetricReader(layout, settings, problems);
    this.days = new Days(layout.dates());
  }

  /** The row of a line; null where problems were added. */
  @Nullable SpendRow read(CsvLine line) {
    long before = problems.count();
    checkLengths(line);
    Period period = period(line);
    String accountId = accountId(line);
    String currencyCode = currencyCode(line);
    String country = convert(line, SpendField.COUNTRY, Countries::code);
    String gender = convert(line, SpendField.GENDER, Genders::of);
    if (period == null || accountId == null || currencyCode == null) {
      return null;
    }
    MetricValues values = metrics.read(line, currencyCode);
    if (problems.count() > before) {
      return null;
    }
    return new SpendRow(
        line.number(),
        line.fingerprint(),
        new SlicePlace(accountId, period),
        text(line, SpendField.ACCOUNT_NAME),
        metrics.roundedAmounts(),
        labels(line),
        fact(line, country, gender, currencyCode, values));
  }

  private void checkLengths(CsvLine line) {
    for (FieldColumn column : mapping.all()) {
      if (line.cell(column.place()).length() > LONGEST_CELL) {
        problem(line, column.field(), "at most " + LONGEST_CELL + " characters");
      }
    }
  }

  private FactRow fact(
      CsvLine line,
      @Nullable String country,
      @Nullable String gender,
      String currencyCode,
      MetricValues values) {
    String campaignName = text(line, SpendField.CAMPAIGN_NAME);
    String adGroupName = text(line, SpendField.AD_GROUP_NAME);
    String adName = text(line, SpendField.AD_NAME);
    return new FactRow(
        or(text(line, SpendField.CAMPAIGN_ID), campaignName),
        campaignName,
        text(line, SpendField.CAMPAIGN_STATUS),
        or(text(line, SpendField.AD_GROUP_ID), adGroupName),
        adGroupName,
        or(text(line, SpendField.AD_ID), adName),
        adName,
        country,
        text(line, SpendField.AGE_RANGE),
        gender,
        text(line, SpendField.DEVICE),
        currencyCode,
        values);
  }

  private CampaignLabels labels(CsvLine line) {
    return CampaignLabels.of(
        text(line, SpendField.LABEL_TITLE),
        text(line, SpendField.LABEL_COUNTRY),
        text(line, SpendField.LABEL_PURPOSE));
  }

  private @Nullable Period period(CsvLine line) {
    if (mapping.has(SpendField.DATE)) {
      LocalDate day = day(line, SpendField.DATE);
      return day == null ? null : Period.of(day);
    }
    if (mapping.has(SpendField.RANGE_FROM)) {
      LocalDate from = day(line, SpendField.RANGE_FROM);
      LocalDate to = mapping.has(SpendField.RANGE_TO) ? day(line, SpendField.RANGE_TO) : from;
      return from == null || to == null ? null : period(line, from, to);
    }
    return settings.range();
  }

  private @Nullable Period period(CsvLine line, LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      problem(line, SpendField.RANGE_TO, "a day not before " + from);
      return null;
    }
    return new Period(from, to);
  }

  private @Nullable LocalDate day(CsvLine line, SpendField field) {
    FieldColumn column = mapping.column(field);
    try {
      return column == null ? null : days.read(line.cell(column.place()));
    } catch (UnreadableValueException e) {
      problem(line, field, e.whatWouldBeRight());
      return null;
    }
  }

  private @Nullable String accountId(CsvLine line) {
    String written = text(line, SpendField.ACCOUNT_ID);
    String name = text(line, SpendField.ACCOUNT_NAME);
    String accountId = or(or(written, settings.accountId()), name);
    if (accountId == null) {
      problem(
          line,
          mapping.has(SpendField.ACCOUNT_ID) ? SpendField.ACCOUNT_ID : SpendField.ACCOUNT_NAME,
          "an account's id");
    }
    return accountId;
  }

  private @Nullable String currencyCode(CsvLine line) {
    String written = text(line, SpendField.CURRENCY);
    if (written == null) {
      return settings.currencyCode() == null ? metrics.currencyOf(line) : settings.currencyCode();
    }
    try {
      String code = CurrencyNames.codeOf(written);
      if (settings.currencyCode() != null && !settings.currencyCode().equals(code)) {
        problem(
            line,
            SpendField.CURRENCY,
            settings.currencyCode() + ", the currency given with the import");
      }
      return code;
    } catch (UnreadableValueException e) {
      problem(line, SpendField.CURRENCY, e.whatWouldBeRight());
      return null;
    }
  }

  private @Nullable String convert(
      CsvLine line, SpendField field, Function<String, @Nullable String> conversion) {
    String cell = text(line, field);
    if (cell == null) {
      return null;
    }
    try {
      return conversion.apply(cell);
    } catch (UnreadableValueException e) {
      problem(line, field, e.whatWouldBeRight());
      return null;
    }
  }

  private @Nullable String text(CsvLine line, SpendField field) {
    return Cells.text(line, mapping.column(field));
  }

  private void problem(CsvLine line, SpendField field, String expected) {
    FieldColumn column = mapping.column(field);
    problems.add(
        column == null
            ? new FileProblem(line.number(), field.fieldName(), null, expected)
            : new FileProblem(line.number(), column.name(), line.cell(column.place()), expected));
  }

  private static @Nullable String or(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }
}
