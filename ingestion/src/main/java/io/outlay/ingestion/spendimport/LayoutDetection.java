package io.outlay.ingestion.spendimport;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.ingestion.csv.CsvLine;
import io.outlay.ingestion.csv.CsvLines;
import io.outlay.ingestion.csv.CsvSource;
import io.outlay.ingestion.csv.DateEvidence;
import io.outlay.ingestion.csv.FileSample;
import io.outlay.ingestion.csv.NumberEvidence;
import io.outlay.ingestion.csv.UnreadableValueException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out how a file is laid out, from hints where given and from the file itself. */
final class LayoutDetection {

  /** Lines that must be seen before what they tell is trusted. */
  private static final int LINES = 1000;

  private static final Set<BaseMetric.Storage> COUNTS =
      EnumSet.of(BaseMetric.Storage.COUNT, BaseMetric.Storage.SHARED_COUNT);

  private static final Set<SpendField> DATES =
      EnumSet.of(SpendField.DATE, SpendField.RANGE_FROM, SpendField.RANGE_TO);

  private final CsvSource source;
  private final SpendFileSettings settings;
  private final FileProblems problems;
  private final NumberEvidence numbers = new NumberEvidence();
  private final DateEvidence dates = new DateEvidence();

  LayoutDetection(CsvSource source, SpendFileSettings settings, FileProblems problems) {
    this.source = source;
    this.settings = settings;
    this.problems = problems;
  }

  /** The layout; null where problems were added that leave the file unreadable. */
  @Nullable FileLayout detect() throws IOException {
    if (settings.preset() != null && Presets.ofKey(settings.preset()).isEmpty()) {
      problems.add(
          new FileProblem(
              null,
              "preset",
              settings.preset(),
              "one of " + Presets.all().stream().map(Preset::key).toList()));
      return null;
    }
    FileSample sample = FileSample.of(source, settings.hints());
    HeaderSearch.Found header;
    try {
      header = new HeaderSearch(source, sample, settings).find();
    } catch (UnreadableValueException e) {
      problems.add(FileProblem.ofFile(null, e.whatWouldBeRight()));
      return null;
    }
    ColumnMapping mapping = ColumnMapping.of(header.line(), header.preset(), settings.columns());
    gatherEvidence(sample, header, mapping);
    return layout(sample, header, mapping);
  }

  private @Nullable FileLayout layout(
      FileSample sample, HeaderSearch.Found header, ColumnMapping mapping) {
    boolean isDateOpen = settings.hints().dates() == null && dates.isOpen();
    boolean isNumberOpen =
        settings.hints().numbers() == null && numbers.isOpen() && header.delimiter() != ',';
    if (isDateOpen) {
      problems.add(
          FileProblem.ofFile(
              "dates",
              "the order of day and month: every date such as 03/04/2026 in this file can be read"
                  + " two ways. Give DAY_MONTH or MONTH_DAY"));
    }
    if (isNumberOpen) {
      problems.add(
          FileProblem.ofFile(
              "numbers",
              "the style of decimals: every number such as 1,234 in this file can be read two ways."
                  + " Give POINT or COMMA"));
    }
    if (isDateOpen || isNumberOpen) {
      return null;
    }
    return new FileLayout(
        sample.charset(),
        header.delimiter(),
        header.line(),
        header.preset(),
        mapping,
        settings.hints().numbers() == null ? numbers.style() : settings.hints().numbers(),
        settings.hints().dates() == null ? dates.order() : settings.hints().dates());
  }

  private void gatherEvidence(FileSample sample, HeaderSearch.Found header, ColumnMapping mapping)
      throws IOException {
    try (CsvLines lines = CsvLines.open(source.open(), sample.charset(), header.delimiter())) {
      for (long i = 0; (i < LINES || dates.isOpen() || numbers.isOpen()) && lines.hasNext(); i++) {
        CsvLine line = lines.next();
        if (line.number() > header.line().number()) {
          mapping.all().forEach(column -> observe(column, line));
        }
      }
    } catch (UnreadableValueException e) {
      return; // told with its line when the file is read
    }
  }

  private void observe(FieldColumn column, CsvLine line) {
    BaseMetric metric = column.field().metric();
    if (DATES.contains(column.field())) {
      dates.observe(line.cell(column.place()));
    } else if (metric != null) {
      boolean isWhole = COUNTS.contains(metric.storage());
      column.places().forEach(place -> numbers.observe(line.cell(place), isWhole));
    }
  }
}
