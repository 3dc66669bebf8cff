package io.outlay.ingestion.spendimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.Period;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What keeps a file from being imported is told by line, column, value and what would be right. */
class FileProblemTests {

  private static final SpendFileSettings SETTINGS = SpendFileSettings.recognised("acc-1", "USD");
  private static final String HEADER = "Day,Campaign,Cost,Impr.,Clicks\n";

  @Test
  void tellsLineColumnValueAndWhatWouldBeRight() {
    SpendFiles.Outcome outcome =
        SpendFiles.check(HEADER + "2026-11-01,A,1.00,10,1\n2026-02-30,A,abc,-5,1.5\n", SETTINGS);

    assertThat(outcome.report().problems())
        .extracting(FileProblem::line, FileProblem::column, FileProblem::value)
        .contains(org.assertj.core.groups.Tuple.tuple(3L, "Day", "2026-02-30"));
    assertThat(outcome.report().problems().getFirst().expected()).contains("calendar");

    SpendFiles.Outcome figures = SpendFiles.check(HEADER + "2026-02-28,A,abc,-5,1.5\n", SETTINGS);

    assertThat(figures.report().problems())
        .extracting(FileProblem::column, FileProblem::value)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("Cost", "abc"),
            org.assertj.core.groups.Tuple.tuple("Impr.", "-5"),
            org.assertj.core.groups.Tuple.tuple("Clicks", "1.5"));
  }

  @Test
  void keepsTheFirstHundredAndCountsAll() {
    String file = HEADER + "2026-11-01,A,x,1,1\n".repeat(250);

    FileReport report = SpendFiles.check(file, SETTINGS).report();

    assertThat(report.problemCount()).isEqualTo(250);
    assertThat(report.problems()).hasSize(100);
    assertThat(report.isAcceptable()).isFalse();
  }

  @Test
  void saysWhichColumnsItLookedFor() {
    FileReport report = SpendFiles.check("foo,bar\n1,2\n", SETTINGS).report();

    assertThat(report.problems()).hasSize(1);
    assertThat(report.problems().getFirst().expected())
        .contains("google-ads")
        .contains("foo | bar");
  }

  @Test
  void mappedColumnMustExist() {
    FileReport report =
        SpendFiles.check(
                HEADER + "2026-11-01,A,1,1,1\n",
                SETTINGS.withColumns(Map.of(SpendField.SPEND, "Kosten")))
            .report();

    assertThat(report.problems().getFirst().expected()).contains("Kosten");
  }

  @Test
  void unknownPresetIsNamed() {
    FileReport report = SpendFiles.check(HEADER, SETTINGS.withPreset("facebook")).report();

    assertThat(report.problems().getFirst().value()).isEqualTo("facebook");
    assertThat(report.problems().getFirst().expected()).contains("meta-ads-manager");
  }

  @Test
  void emptyFilesAndHeadersAloneAreRefused() {
    assertThat(SpendFiles.check("", SETTINGS).report().isAcceptable()).isFalse();
    assertThat(SpendFiles.check(HEADER, SETTINGS).report().problems().getFirst().expected())
        .contains("at least one line");
  }

  @Test
  void ambiguousDatesAskForTheirOrder() {
    String file = HEADER + "03/04/2026,A,1,1,1\n05/06/2026,A,1,1,1\n";

    FileReport report = SpendFiles.check(file, SETTINGS).report();

    assertThat(report.problems()).hasSize(1);
    assertThat(report.problems().getFirst().expected()).contains("DAY_MONTH");
  }

  @Test
  void oneUnambiguousDateTellsTheOrderForAll() {
    String file = HEADER + "03/04/2026,A,1,1,1\n".repeat(3000) + "25/04/2026,A,1,1,1\n";

    FileReport report = SpendFiles.check(file, SETTINGS).report();

    assertThat(report.problems()).isEmpty();
    assertThat(report.dates()).isEqualTo("DAY_MONTH");
    assertThat(report.period())
        .isEqualTo(new Period(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 25)));
  }

  @Test
  void ambiguousNumbersAskForTheirStyle() {
    FileReport report =
        SpendFiles.check("Day;Campaign;Cost;Impr.;Clicks\n2026-11-01;A;1,234;1;1\n", SETTINGS)
            .report();

    assertThat(report.problems().getFirst().expected()).contains("POINT or COMMA");
  }

  @Test
  void brokenBytesAndNullCharactersAreToldWithTheirPlace() {
    byte[] broken = (HEADER + "2026-11-01,Caf\u00e9,1,1,1\n").getBytes(StandardCharsets.ISO_8859_1);

    FileProblem bytes = SpendFiles.check(broken, SETTINGS).report().problems().getFirst();
    FileProblem nulls =
        SpendFiles.check(HEADER + "2026-11-01,A\0B,1,1,1\n", SETTINGS)
            .report()
            .problems()
            .getFirst();

    assertThat(bytes.line()).isEqualTo(2);
    assertThat(bytes.column()).isEqualTo("Campaign");
    assertThat(nulls.line()).isEqualTo(2);
    assertThat(nulls.column()).isEqualTo("Campaign");
  }

  @Test
  void shortLongAndUnclosedLinesAreProblems() {
    FileReport cut =
        SpendFiles.check(HEADER + "2026-11-01,A,1,1,1\n2026-11-0\n", SETTINGS).report();
    FileReport wide = SpendFiles.check(HEADER + "2026-11-01,A,1,5,1,1\n", SETTINGS).report();
    FileReport open =
        SpendFiles.check(
                HEADER + "2026-11-01,\"A,1,1,1\n".repeat(1) + "x".repeat(2_000_000), SETTINGS)
            .report();

    assertThat(cut.problems().getFirst().line()).isEqualTo(3);
    assertThat(wide.problems().getFirst().expected()).contains("5 cells");
    assertThat(open.problems().getFirst().expected()).contains("quotation mark");
  }

  @Test
  void endlessNamesAreProblems() {
    FileReport report =
        SpendFiles.check(HEADER + "2026-11-01," + "x".repeat(1001) + ",1,1,1\n", SETTINGS).report();

    assertThat(report.problems().getFirst().column()).isEqualTo("Campaign");
    assertThat(report.problems().getFirst().expected()).contains("1000 characters");
  }

  @Test
  void sumsThatOverflowAreProblemsAndNoExceptions() {
    String line = "2026-11-01,A,9000000000000,1,1\n";

    FileReport report = SpendFiles.check(HEADER + line + line, SETTINGS).report();

    assertThat(report.problemCount()).isPositive();
    assertThat(report.problems().getFirst().expected()).contains("9,223,372,036,854");
  }

  @Test
  void currencyMustBeKnownAndOneAndTheSame() {
    String header = "Day,Campaign,Cost,Currency\n";

    assertThat(
            SpendFiles.check(
                    HEADER + "2026-11-01,A,1,1,1\n", SpendFileSettings.recognised("a", null))
                .report()
                .problems()
                .getFirst()
                .column())
        .isEqualTo("currency");
    assertThat(
            SpendFiles.check(
                    header.replace("Currency", "Currency,Impr.,Clicks")
                        + "2026-11-01,A,1,EUR,1,1\n",
                    SETTINGS)
                .report()
                .problems()
                .getFirst()
                .expected())
        .contains("USD");
    assertThat(
            SpendFiles.check(HEADER + "2026-11-01,A,€1,1,1\n", SETTINGS)
                .report()
                .problems()
                .getFirst()
                .expected())
        .contains("USD");
  }

  @Test
  void accountMustBeNamed() {
    SpendFileSettings nameless =
        new SpendFileSettings(
            null, Map.of(), null, "USD", null, null, null, io.outlay.ingestion.csv.CsvHints.NONE);

    assertThat(
            SpendFiles.check(HEADER + "2026-11-01,A,1,1,1\n", nameless)
                .report()
                .problems()
                .getFirst()
                .column())
        .isEqualTo("accountName");
  }

  @Test
  void overlappingPeriodsAreRefused() {
    String file =
        "Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Impressions\n"
            + "2026-11-01,2026-11-30,A,1,1\n"
            + "2026-11-05,2026-11-05,A,1,1\n";

    FileReport report = SpendFiles.check(file, SpendFileSettings.recognised("a", null)).report();

    assertThat(report.problems().getFirst().column()).isEqualTo("period");
  }

  @Test
  void identicalLinesAreReportedAndSummed() {
    String line = "2026-11-01,A,1.5,10,1\n";

    SpendFiles.Outcome outcome =
        SpendFiles.check(HEADER + line + "2026-11-01,B,1,1,1\n" + line, SETTINGS);

    assertThat(outcome.report().problems()).isEmpty();
    assertThat(outcome.report().identicalLineCount()).isEqualTo(1);
    assertThat(outcome.report().identicalLines())
        .containsExactly(new FileReport.IdenticalLine(4, 2));
    assertThat(outcome.sum("USD", BaseMetric.SPEND)).isEqualTo(4_000_000);
    assertThat(outcome.slices().getFirst().rows()).hasSize(2);
  }

  @Test
  void metricsWithoutColumnAreNotReportedAndEmptyCellsFollowTheNullRule() {
    String file = "Day,Campaign,Cost,Impr.,Clicks,Conv. value,Installs\n2026-11-01,A,,,,,\n";

    SpendFiles.Outcome outcome = SpendFiles.check(file, SETTINGS);

    assertThat(outcome.onlyRow().get(BaseMetric.SPEND)).isEqualTo(0);
    assertThat(outcome.onlyRow().get(BaseMetric.CONVERSION_VALUE)).isEqualTo(0);
    assertThat(outcome.onlyRow().get(BaseMetric.INSTALLS)).isNull();
    assertThat(outcome.onlyRow().get(BaseMetric.CONVERSIONS)).isNull();
  }
}
