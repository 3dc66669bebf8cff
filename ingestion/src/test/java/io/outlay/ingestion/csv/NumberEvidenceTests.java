package io.outlay.ingestion.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberEvidenceTests {

  @Test
  void lastOfBothMarksIsTheDecimalMark() {
    assertThat(styleOf(false, "1.234,56 €")).isEqualTo(NumberStyle.COMMA);
    assertThat(styleOf(false, "₩1,234.5")).isEqualTo(NumberStyle.POINT);
  }

  @Test
  void countsShowWhatGroupsThousands() {
    assertThat(styleOf(true, "1.234")).isEqualTo(NumberStyle.COMMA);
    assertThat(styleOf(true, "1,234")).isEqualTo(NumberStyle.POINT);
  }

  @Test
  void currenciesWithoutDecimalsShowItToo() {
    assertThat(styleOf(false, "₩1,234")).isEqualTo(NumberStyle.POINT);
  }

  @Test
  void loneThousandLeavesItOpen() {
    NumberEvidence evidence = new NumberEvidence();
    evidence.observe("1,234", false);

    assertThat(evidence.isOpen()).isTrue();

    evidence.observe("7,5", false);

    assertThat(evidence.isOpen()).isFalse();
    assertThat(evidence.style()).isEqualTo(NumberStyle.COMMA);
  }

  private static NumberStyle styleOf(boolean isWhole, String... cells) {
    NumberEvidence evidence = new NumberEvidence();
    List.of(cells).forEach(cell -> evidence.observe(cell, isWhole));
    assertThat(evidence.isOpen()).isFalse();
    return evidence.style();
  }
}
