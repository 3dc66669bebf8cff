package io.outlay.ingestion.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DemoExportTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void coversItsDaysInModerateSize() {
    String text = text(export(DemoCompany.DEMO_GAMES, TODAY));

    assertThat(text.lines().count() - 1).isBetween(2_000L, 20_000L);
    assertThat(text)
        .contains("\n2025-10-23,")
        .contains("\n2026-11-22,")
        .doesNotContain("2025-10-22", "2026-11-23");
  }

  @Test
  void laterExportsSayTheSameOfEarlierDays() {
    String today = text(export(DemoCompany.DEMO_GAMES, TODAY));
    String tomorrow = text(export(DemoCompany.DEMO_GAMES, TODAY.plusDays(1)));

    assertThat(tomorrow).contains(today.substring(today.indexOf("\n2025-12-01,")));
  }

  @Test
  void companiesDiffer() {
    assertThat(text(export(DemoCompany.RIVAL_GAMES, TODAY)))
        .doesNotContain("Puzzle Harbor")
        .contains("Word Orchard");
  }

  @Test
  void tourFileIsTheGeneratedOne() throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".ci"))) {
      folder = Objects.requireNonNull(folder.getParent(), "the project's root");
    }

    assertThat(folder.resolve("docs/tour/puzzle-harbor-spend.csv"))
        .hasContent(DemoTour.text().stripTrailing());
  }

  private static DemoExport export(DemoCompany company, LocalDate lastDay) {
    return new DemoExport(company, lastDay.minusMonths(13).plusDays(1), lastDay);
  }

  private static String text(DemoExport export) {
    StringBuilder text = new StringBuilder();
    Objects.requireNonNull(export.content().collectList().block())
        .forEach(piece -> text.append(StandardCharsets.UTF_8.decode(piece)));
    return text.toString();
  }
}
