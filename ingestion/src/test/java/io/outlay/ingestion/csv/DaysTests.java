package io.outlay.ingestion.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTests {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22",
        "2026.11.22.",
        "2026.11.22",
        "2026. 11. 22.",
        "2026.11.22.(일)",
        "2026/11/22",
        "20261122",
        "22.11.2026",
        "Nov 22, 2026",
        "Nov. 22, 2026",
        "November 22, 2026",
        "Sun, Nov 22, 2026",
        "22 Nov 2026",
        "22-Nov-2026",
        "2026년 11월 22일",
        "2026년11월22일",
        "2026-11-22 05:00:00",
        "2026-11-22 5:00:00",
        "2026-11-22T23:59:59Z",
        "2026-11-22 00:00:00.000 UTC",
        "2026. 11. 22. 오전 12:00:00"
      })
  void readsOneDayInManyForms(String cell) {
    assertThat(new Days(null).read(cell)).isEqualTo(DAY);
  }

  @Test
  void readsSlashesInTheGivenOrder() {
    assertThat(new Days(DateOrder.MONTH_DAY).read("11/22/2026")).isEqualTo(DAY);
    assertThat(new Days(DateOrder.DAY_MONTH).read("22/11/2026")).isEqualTo(DAY);
    assertThat(new Days(DateOrder.DAY_MONTH).read("03/04/2026"))
        .isEqualTo(LocalDate.of(2026, 4, 3));
    assertThatThrownBy(() -> new Days(DateOrder.MONTH_DAY).read("22/11/2026"))
        .isInstanceOf(UnreadableValueException.class);
    assertThatThrownBy(() -> new Days(null).read("03/04/2026"))
        .isInstanceOf(UnreadableValueException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30",
        "2026-13-01",
        "2026-11",
        "26.11.22",
        "2026-11-22 ~ 2026-11-28",
        "2026-11-22abc",
        "Total",
        "45983",
        "Foo 22, 2026",
        "0001-01-01",
        ""
      })
  void refusesWhatIsNoDay(String cell) {
    assertThatThrownBy(() -> new Days(DateOrder.DAY_MONTH).read(cell))
        .isInstanceOf(UnreadableValueException.class);
  }

  @Test
  void evidenceTellsTheOrder() {
    DateEvidence evidence = new DateEvidence();
    evidence.observe("03/04/2026");
    assertThat(evidence.isOpen()).isTrue();

    evidence.observe("03/14/2026");

    assertThat(evidence.isOpen()).isFalse();
    assertThat(evidence.order()).isEqualTo(DateOrder.MONTH_DAY);
  }

  @Test
  void unambiguousFormsAskForNoOrder() {
    DateEvidence evidence = new DateEvidence();
    evidence.observe("2026-03-04");
    evidence.observe("03.04.2026");

    assertThat(evidence.isOpen()).isFalse();
  }
}
