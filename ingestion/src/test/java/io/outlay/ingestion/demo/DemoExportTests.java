package io.outlay.ingestion.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DemoExportTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void coversThirteenMonthsOfFourChannelsInModerateSize() {
    List<DemoExport> exports = DemoExport.of(DemoCompany.DEMO_GAMES, TODAY);

    long rows = exports.stream().mapToLong(export -> text(export).lines().count() - 1).sum();

    assertThat(exports)
        .extracting(DemoExport::channel)
        .containsExactly("META", "GOOGLE_ADS", "APPLE_SEARCH_ADS", "NAVER");
    assertThat(rows).isBetween(30_000L, 60_000L);
    assertThat(text(exports.getFirst()))
        .contains("\n2025-10-23,")
        .contains("\n2026-11-22,")
        .doesNotContain("2025-10-22", "2026-11-23");
  }

  @Test
  void laterExportsSayTheSameOfEarlierDays() {
    String today = text(DemoExport.of(DemoCompany.DEMO_GAMES, TODAY).getFirst());
    String tomorrow = text(DemoExport.of(DemoCompany.DEMO_GAMES, TODAY.plusDays(1)).getFirst());

    assertThat(tomorrow).contains(today.substring(today.indexOf("\n2025-12-01,")));
  }

  @Test
  void companiesDiffer() {
    assertThat(text(DemoExport.of(DemoCompany.RIVAL_GAMES, TODAY).getFirst()))
        .doesNotContain("Puzzle Harbor")
        .contains("Castle Rumble");
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

  private static String text(DemoExport export) {
    StringBuilder text = new StringBuilder();
    Objects.requireNonNull(export.content().collectList().block())
        .forEach(piece -> text.append(StandardCharsets.UTF_8.decode(piece)));
    return text.toString();
  }
}
