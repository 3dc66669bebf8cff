package io.outlay.ingestion.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTests {

  private final Amounts point = new Amounts(NumberStyle.POINT);
  private final Amounts comma = new Amounts(NumberStyle.COMMA);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234.56|1234560000|",
        "144.|144000000|",
        "'1,234.56'|1234560000|",
        "'₩1,234'|1234000000|KRW",
        "'1,234원'|1234000000|KRW",
        "US$ 12.50|12500000|USD",
        "$12.50|12500000|",
        "$12.50 USD|12500000|USD",
        "KRW 1200|1200000000|KRW",
        "+5|5000000|",
        "-5.25|-5250000|",
        "-$5.25|-5250000|",
        "(5.25)|-5250000|",
        ".5|500000|",
        "1 234.5|1234500000|",
        "1'234.5|1234500000|",
        "'12,34,567.8'|1234567800000|",
        "1.5E-3|1500|",
        "2e3|2000000000|",
        "0.0000005|1|",
        "0.0000004|0|"
      })
  void readsNumbersWithAPoint(String cell, long micros, String currency) {
    WrittenNumber number = point.read(cell);

    assertThat(number.micros(0)).isEqualTo(micros);
    assertThat(number.currencyCode()).isEqualTo(currency);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'1.234,56 €'|1234560000|EUR",
        "'12,5'|12500000|",
        "1.234.567|1234567000000|",
        "'1 234,5'|1234500000|"
      })
  void readsNumbersWithAComma(String cell, long micros, String currency) {
    WrittenNumber number = comma.read(cell);

    assertThat(number.micros(0)).isEqualTo(micros);
    assertThat(number.currencyCode()).isEqualTo(currency);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "12,34",
        "1,2345",
        "1.2.3",
        "4.86%",
        "<10",
        "12 apples",
        "1,234,56",
        ",",
        "½",
        "1..2",
        ""
      })
  void refusesWhatIsNoNumber(String cell) {
    assertThatThrownBy(() -> point.read(cell)).isInstanceOf(UnreadableValueException.class);
  }

  @Test
  void refusesAmountsThatWouldOverflow() {
    assertThat(point.read("9223372036854.775807").micros(0)).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> point.read("9223372036854.775808").micros(0))
        .isInstanceOf(UnreadableValueException.class);
    assertThatThrownBy(() -> point.read("99999999999999999999999").micros(0))
        .isInstanceOf(UnreadableValueException.class);
    assertThatThrownBy(() -> point.read("1e300").micros(0))
        .isInstanceOf(UnreadableValueException.class);
  }

  @Test
  void countsAreWhole() {
    assertThat(point.read("1,234").whole()).isEqualTo(1234);
    assertThat(point.read("12.00").whole()).isEqualTo(12);
    assertThatThrownBy(() -> point.read("12.5").whole()).hasMessageContaining("whole");
  }

  @Test
  void microsColumnsAreTakenAsTheyAre() {
    assertThat(point.read("20836690").micros(6)).isEqualTo(20836690);
    assertThat(point.read("0.5").micros(6)).isEqualTo(1);
    assertThat(point.read("0.5").isRoundedToMicros(6)).isTrue();
  }

  @Test
  void roundsHalfUpOnceAndSaysSo() {
    Random random = new Random(20261122);
    for (int i = 0; i < 20_000; i++) {
      BigDecimal amount = BigDecimal.valueOf(random.nextLong(100_000_000_000L), random.nextInt(12));

      WrittenNumber number = point.read(amount.toPlainString());

      BigDecimal rounded = amount.setScale(6, RoundingMode.HALF_UP);
      assertThat(number.micros(0)).isEqualTo(rounded.unscaledValue().longValueExact());
      assertThat(number.isRoundedToMicros(0)).isEqualTo(rounded.compareTo(amount) != 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "--", "—", "N/A", "null"})
  void dashesSayNothing(String cell) {
    assertThat(Amounts.isNothing(cell)).isTrue();
  }
}
