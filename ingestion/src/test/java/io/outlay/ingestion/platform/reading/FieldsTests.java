package io.outlay.ingestion.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.View;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.ReportRequest;
import io.outlay.ingestion.platform.call.Answers;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FieldsTests {

  @Test
  void takesNumbersAndTextsAlike() {
    assertThat(Fields.number(json("{\"n\":\"14.35\"}"), "n")).isEqualByComparingTo("14.35");
    assertThat(Fields.number(json("{\"n\":14.35}"), "n")).isEqualByComparingTo("14.35");
    assertThat(Fields.text(json("{\"n\":12345678901234}"), "n")).isEqualTo("12345678901234");
    assertThat(Fields.number(json("{\"n\":null}"), "n")).isNull();
    assertThat(Fields.numberOrZero(json("{}"), "n")).isEqualTo(BigDecimal.ZERO);
  }

  @Test
  void takesOneObjectForAListOfOne() {
    assertThat(Fields.list(json("{\"a\":1}"))).hasSize(1);
    assertThat(Fields.list(json("[{},{}]"))).hasSize(2);
    assertThat(Fields.list(json("{}").path("nothing"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"-1\"",
        "-0.01",
        "\"NaN\"",
        "\"Infinity\"",
        "\"1e999999999\"",
        "{}",
        "[1]",
        "true"
      })
  void refusesWhatIsNoFigure(String value) {
    assertThatThrownBy(() -> Fields.number(json("{\"n\":" + value + "}"), "n"))
        .isInstanceOf(PlatformFailure.Unreadable.class);
  }

  @Test
  void refusesAnAmountThatDoesNotFit() {
    assertThatThrownBy(() -> new Figures().put(BaseMetric.SPEND, new BigDecimal("1e30")))
        .isInstanceOf(PlatformFailure.Unreadable.class)
        .hasMessageContaining("spend");
  }

  @Test
  void roundsMoneyHalfUpOnce() {
    assertThat(new Figures().put(BaseMetric.SPEND, new BigDecimal("0.0000005")).values().toMap())
        .containsEntry(BaseMetric.SPEND, 1L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-13-01", "yesterday", "20260314", ""})
  void refusesWhatIsNoDay(String value) {
    assertThatThrownBy(() -> Fields.day(json("{\"d\":\"" + value + "\"}"), "d"))
        .isInstanceOf(PlatformFailure.Unreadable.class);
  }

  @Test
  void cutsARequestIntoWholeWeeksAndMonthsOrTheirParts() {
    DateRange quarter = new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));

    assertThat(Periods.of(new ReportRequest(View.DELIVERY, quarter, PeriodLength.MONTH)))
        .hasSize(3)
        .contains(new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)));
    DateRange parts = new DateRange(LocalDate.of(2026, 1, 30), LocalDate.of(2026, 3, 2));
    assertThat(Periods.of(new ReportRequest(View.DELIVERY, parts, PeriodLength.MONTH)))
        .containsExactly(
            new Period(LocalDate.of(2026, 1, 30), LocalDate.of(2026, 1, 31)),
            new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)),
            new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2)));
    assertThatThrownBy(
            () -> Periods.of(new ReportRequest(View.DELIVERY, quarter, PeriodLength.WEEK)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static JsonNode json(String text) {
    return Answers.json(text.getBytes(StandardCharsets.UTF_8));
  }
}
