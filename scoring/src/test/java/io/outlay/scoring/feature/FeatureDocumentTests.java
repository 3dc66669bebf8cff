package io.outlay.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.risk.RiskKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table in the documentation is the catalogue's own. {@code -Doutlay.docs=apply} writes it. */
class FeatureDocumentTests {

  private static final Path DOCUMENT = Path.of("../docs/features.md");
  private static final String BEGIN = "<!-- features -->\n";
  private static final String END = "<!-- /features -->";

  @Test
  void theTableOfFeaturesIsTheCatalogues() throws IOException {
    String document = Files.readString(DOCUMENT);
    int begin = document.indexOf(BEGIN) + BEGIN.length();
    int end = document.indexOf(END);
    if ("apply".equals(System.getProperty("outlay.docs"))) {
      Files.writeString(DOCUMENT, document.substring(0, begin) + table() + document.substring(end));
      document = Files.readString(DOCUMENT);
      end = document.indexOf(END);
    }

    assertThat(document.substring(begin, end)).isEqualTo(table());
  }

  private static String table() {
    return "| name | meaning | unit | days | missing | actionable | kinds |\n"
        + "|---|---|---|---|---|---|---|\n"
        + FeatureCatalogue.all().stream()
            .map(FeatureDocumentTests::line)
            .collect(Collectors.joining());
  }

  private static String line(FeatureDefinition feature) {
    return "| `%s` | %s; %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            feature.name(),
            feature.english(),
            feature.korean(),
            feature.unit().name().toLowerCase(Locale.ROOT),
            feature.windowDays() == null ? "all" : feature.windowDays(),
            feature.whenMissing(),
            feature.isActionable() ? "yes" : "no",
            feature.kinds().stream()
                .sorted()
                .map(RiskKind::name)
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", ")));
  }
}
