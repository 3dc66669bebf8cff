package io.outlay.ingestion.spendimport;

import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.Period;
import io.outlay.ingestion.csv.CsvLine;
import io.outlay.ingestion.csv.CsvLines;
import io.outlay.ingestion.csv.CsvSource;
import io.outlay.ingestion.csv.UnreadableValueException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The first pass over a spend file: reads it whole as a stream, understands and checks each line,
 * and leaves its rows in temporary files grouped by slice. Memory does not grow with the file.
 * Blocking; not thread-safe; used once.
 */
final class SpendFileCheck {

  private static final int FIRST_ROWS = 10;
  private static final int KEPT_TOTALS = 20;
  private static final int KEPT_ACCOUNTS = 100;
  private static final int LINES_BETWEEN_REPORTS = 20_000;

  /** Accounts times periods of one file: a year of 500 accounts. */
  private static final int MOST_SLICES = 200_000;

  private static final int MOST_CAMPAIGNS = 50_000;

  private final CsvSource source;
  private final long bytes;
  private final SpendFileSettings settings;
  private final Progress progress;
  private final FileProblems problems = new FileProblems();
  private final IdenticalLines identical = new IdenticalLines();
  private final Ledger ledger = new Ledger();
  private final Set<SlicePlace> places = new HashSet<>();
  private final Set<String> campaigns = new HashSet<>();
  private final Map<String, CampaignLabels> labels = new TreeMap<>();
  private final List<FileReport.UnderstoodRow> firstRows = new ArrayList<>();
  private final List<FileReport.TotalLine> totals = new ArrayList<>();
  private long totalCount;
  private long lines;
  private long roundedAmounts;
  private long bytesRead;

  /**
   * @param bytes size of the file, by which memory is shared out
   */
  SpendFileCheck(CsvSource source, long bytes, SpendFileSettings settings, Progress progress) {
    this.source = source;
    this.bytes = bytes;
    this.settings = settings;
    this.progress = progress;
  }

  /** Reads the file. The result holds temporary files in {@code folder} until it is closed. */
  CheckedSpendFile run(Path folder) throws IOException {
    FileLayout layout = new LayoutDetection(source, settings, problems).detect();
    Spill spill = Spill.into(folder, bytes);
    try {
      if (layout != null) {
        readLines(layout, spill);
        spill.seal();
        findOverlaps();
        findIdenticalLines(spill);
      }
      return new CheckedSpendFile(
          report(layout), spill, sortedPlaces(), Map.copyOf(labels), Set.copyOf(campaigns));
    } catch (IOException | RuntimeException e) {
      spill.close();
      throw e;
    }
  }

  private void readLines(FileLayout layout, Spill spill) throws IOException {
    RowReader reader = new RowReader(layout, settings, problems);
    TotalLines totalLines = new TotalLines(layout.mapping());
    try (CsvLines file =
        CsvLines.open(counted(source.open()), layout.charset(), layout.delimiter())) {
      try {
        while (file.hasNext()) {
          CsvLine line = file.next();
          if (line.number() > layout.header().number()) {
            readLine(line, layout, reader, totalLines, spill);
          }
        }
      } catch (UnreadableValueException e) {
        problems.add(new FileProblem(file.lastLine() + 1, null, null, e.whatWouldBeRight()));
      }
    }
    if (lines == 0 && problems.isEmpty()) {
      problems.add(FileProblem.ofFile(null, "at least one line with figures below the header"));
    }
  }

  private void readLine(
      CsvLine line, FileLayout layout, RowReader reader, TotalLines totalLines, Spill spill)
      throws IOException {
    if (line.endsWithin(0)) {
      return;
    }
    if (totalLines.isTotal(line)) {
      keepTotal(line);
      return;
    }
    if (++lines % LINES_BETWEEN_REPORTS == 0) {
      progress.report(bytesRead, bytes);
    }
    if (isWhole(line, layout)) {
      SpendRow row = reader.read(line);
      if (row != null) {
        keep(row, spill);
      }
    }
  }

  private boolean isWhole(CsvLine line, FileLayout layout) {
    int width = layout.header().names().size();
    for (int i = 0; i < line.size(); i++) {
      if (line.isBroken(i)) {
        String column = i < width ? layout.header().names().get(i) : null;
        problems.add(
            new FileProblem(
                line.number(),
                column,
                line.cell(i).replace('\uFFFF', '\uFFFD').replace('\0', '\uFFFD'),
                "text in "
                    + layout.charset().name()
                    + " without null characters; if the file is in another encoding, give it"));
        return false;
      }
    }
    if (line.size() != width
        && (line.size() < layout.mapping().width() || !line.endsWithin(width))) {
      problems.add(
          new FileProblem(
              line.number(),
              null,
              line.excerpt(),
              width + " cells as in the header, not " + line.size()));
      return false;
    }
    return true;
  }

  private void keep(SpendRow row, Spill spill) throws IOException {
    if (firstRows.size() < FIRST_ROWS) {
      firstRows.add(UnderstoodRows.of(row));
    }
    roundedAmounts += row.roundedAmounts();
    if (places.add(row.place()) && places.size() > MOST_SLICES) {
      throw new UnreadableValueException(
          "at most " + MOST_SLICES + " account days in one file; divide it");
    }
    try {
      ledger.add(row.fact().currencyCode(), row.fact().metrics());
    } catch (ArithmeticException e) {
      problems.add(
          new FileProblem(
              row.line(),
              null,
              null,
              "numbers whose sum over the file stays below 9,223,372,036,854"));
      return;
    }
    if (!row.labels().equals(CampaignLabels.NONE) && row.fact().campaignId() != null) {
      labels.put(row.place().accountId() + '\n' + row.fact().campaignId(), row.labels());
    }
    String campaignId = row.fact().campaignId();
    if (campaignId != null && campaigns.add(campaignId) && campaigns.size() > MOST_CAMPAIGNS) {
      throw new UnreadableValueException(
          "at most " + MOST_CAMPAIGNS + " campaigns in one file; divide it");
    }
    spill.add(row);
  }

  private void keepTotal(CsvLine line) {
    totalCount++;
    if (totals.size() < KEPT_TOTALS) {
      totals.add(new FileReport.TotalLine(line.number(), line.excerpt()));
    }
  }

  /** Two periods of one account that share days without being equal cannot both be right sums. */
  private void findOverlaps() {
    @Nullable SlicePlace before = null;
    for (SlicePlace place : sortedPlaces()) {
      if (before != null
          && before.accountId().equals(place.accountId())
          && !before.period().lastDay().isBefore(place.period().firstDay())) {
        problems.add(
            FileProblem.ofFile(
                "period",
                "periods that do not share days: "
                    + text(before.period())
                    + " and "
                    + text(place.period())
                    + " of account "
                    + place.accountId()
                    + " do"));
      }
      boolean reachesFurther =
          before == null
              || !before.accountId().equals(place.accountId())
              || place.period().lastDay().isAfter(before.period().lastDay());
      before = reachesFurther ? place : before;
    }
  }

  private void findIdenticalLines(Spill spill) throws IOException {
    for (int bucket = 0; bucket < spill.buckets(); bucket++) {
      spill.findIdentical(bucket, identical);
    }
  }

  private FileReport report(@Nullable FileLayout layout) {
    Preset preset = layout == null ? null : layout.preset();
    return new FileReport(
        preset == null ? null : preset.key(),
        preset == null ? null : preset.channel(),
        layout == null ? null : layout.charset().name(),
        layout == null ? null : String.valueOf(layout.delimiter()),
        layout == null ? null : layout.numbers().name(),
        layout == null || layout.dates() == null ? null : layout.dates().name(),
        layout == null ? 0 : layout.header().number(),
        layout == null ? Map.of() : layout.mapping().names(layout.header()),
        layout == null ? List.of() : layout.mapping().unusedNames(layout.header()),
        layout == null ? Level.ACCOUNT : layout.level(),
        List.copyOf(firstRows),
        lines,
        places.size(),
        span(),
        places.stream()
            .map(SlicePlace::accountId)
            .distinct()
            .sorted()
            .limit(KEPT_ACCOUNTS)
            .toList(),
        roundedAmounts,
        List.copyOf(totals),
        totalCount,
        identical.first(),
        identical.count(),
        ledger.sums(),
        problems.first(),
        problems.count());
  }

  private List<SlicePlace> sortedPlaces() {
    return places.stream().sorted().toList();
  }

  private @Nullable Period span() {
    if (places.isEmpty()) {
      return null;
    }
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    for (SlicePlace place : places) {
      first = place.period().firstDay().isBefore(first) ? place.period().firstDay() : first;
      last = place.period().lastDay().isAfter(last) ? place.period().lastDay() : last;
    }
    return new Period(first, last);
  }

  private static String text(Period period) {
    return period.firstDay().equals(period.lastDay())
        ? period.firstDay().toString()
        : period.firstDay() + " to " + period.lastDay();
  }

  private InputStream counted(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int read = super.read();
        bytesRead += read < 0 ? 0 : 1;
        return read;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        bytesRead += Math.max(0, read);
        return read;
      }
    };
  }
}
