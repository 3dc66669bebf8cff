package io.outlay.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.error.BadRequest;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTests {

  @Test
  void keepsUsualDecimalsAndEveryExactOne() {
    assertThat(new Money(new BigDecimal("1234.5000"), "USD").amount()).hasToString("1234.50");
    assertThat(new Money(new BigDecimal("0.0000001230"), "USD").amount())
        .isEqualTo(new BigDecimal("0.000000123"));
    assertThat(new Money(new BigDecimal("1200"), "KRW").toString()).isEqualTo("1200 KRW");
  }

  @Test
  void isEqualForEqualAmountsHoweverWritten() {
    assertThat(new Money(new BigDecimal("1E+3"), "USD"))
        .isEqualTo(new Money(new BigDecimal("1000.000"), "USD"));
  }

  @Test
  void readsMicros() {
    assertThat(Money.ofMicros(40_460_059_972L, "USD").amount()).hasToString("40460.059972");
  }

  @Test
  void roundsToMicrosHalfUpOnce() {
    assertThat(Micros.of(new BigDecimal("0.0000005"))).isEqualTo(1);
    assertThat(Micros.of(new BigDecimal("-0.0000005"))).isEqualTo(-1);
    assertThat(Micros.of(new BigDecimal("0.00000049"))).isZero();
    assertThat(Micros.needsRounding(new BigDecimal("1.1234560"))).isFalse();
    assertThat(Micros.needsRounding(new BigDecimal("1.1234561"))).isTrue();
  }

  @Test
  void refusesAmountsBeyondALong() {
    assertThatThrownBy(() -> Micros.of(new BigDecimal("9223372036855")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void rejectsUnknownCurrency() {
    assertThatThrownBy(() -> Currencies.require("currencyCode", "usd"))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("currencyCode is \"usd\"");
    assertThatThrownBy(() -> Currencies.require("currencyCode", null))
        .isInstanceOf(BadRequest.class);
    assertThat(Currencies.require("currencyCode", "KRW")).isEqualTo("KRW");
  }
}
