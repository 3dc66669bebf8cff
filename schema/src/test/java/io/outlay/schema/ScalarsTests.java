package io.outlay.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTests {

  @Test
  void decimalsTravelAsStringsWithoutExponent() {
    assertThat(sent(Scalars.DECIMAL, new BigDecimal("40460.059972"))).isEqualTo("40460.059972");
    assertThat(sent(Scalars.DECIMAL, new BigDecimal("1E+9"))).isEqualTo("1000000000");
    assertThat(sent(Scalars.DECIMAL, new BigDecimal("1234.50"))).isEqualTo("1234.50");
    assertThat(sent(Scalars.DECIMAL, new BigDecimal("-1E-7"))).isEqualTo("-0.0000001");
  }

  @Test
  void decimalsAreTakenAsStringsAndWholeNumbers() {
    assertThat(value(Scalars.DECIMAL, "1234.50")).isEqualTo(new BigDecimal("1234.50"));
    assertThat(value(Scalars.DECIMAL, 7)).isEqualTo(new BigDecimal("7"));
    assertThat(literal(Scalars.DECIMAL, IntValue.of(7))).isEqualTo(new BigDecimal("7"));
    assertThat(literal(Scalars.DECIMAL, StringValue.of("-0.5"))).isEqualTo(new BigDecimal("-0.5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1,5", "1e3", " 1", ".5", "5.", "NaN", "٣", "--1"})
  void textThatIsNoDecimalIsRefused(String text) {
    assertThatThrownBy(() -> value(Scalars.DECIMAL, text))
        .isInstanceOf(CoercingParseValueException.class)
        .hasMessageStartingWith('"' + text + '"')
        .hasMessageContaining("written as a string such as \"1234.50\"");
  }

  @Test
  void aDecimalOfFiftyDigitsIsRefusedAndNotRepeatedWhole() {
    assertThatThrownBy(() -> value(Scalars.DECIMAL, "9".repeat(5000)))
        .hasMessageContaining("at most 40 digits")
        .hasMessageMatching("(?s).{0,200}");
  }

  @Test
  void aJsonNumberWithAFractionIsNoDecimal() {
    assertThatThrownBy(() -> value(Scalars.DECIMAL, 1.5)).hasMessageContaining("1.5 is not");
    assertThatThrownBy(() -> literal(Scalars.DECIMAL, FloatValue.of(1.5)))
        .isInstanceOf(CoercingParseLiteralException.class)
        .hasMessageContaining("1.5 is not");
  }

  @Test
  void longsPassTheRangeOfInt() {
    assertThat(sent(Scalars.LONG, 147_552_733_000L)).isEqualTo(147_552_733_000L);
    assertThat(value(Scalars.LONG, BigInteger.valueOf(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> value(Scalars.LONG, BigInteger.TWO.pow(63)))
        .hasMessageContaining("9223372036854775807");
    assertThatThrownBy(() -> value(Scalars.LONG, "5")).hasMessageContaining("\"5\" is not");
  }

  @Test
  void datesAreDaysOfTheCalendar() {
    assertThat(value(Scalars.DATE, "2028-02-29")).isEqualTo(LocalDate.of(2028, 2, 29));
    assertThat(sent(Scalars.DATE, LocalDate.of(2026, 1, 2))).isEqualTo("2026-01-02");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-29", "2026-13-01", "22.11.2026", "2026-1-1", "", "today"})
  void impossibleDatesAreRefused(String text) {
    assertThatThrownBy(() -> value(Scalars.DATE, text))
        .hasMessage('"' + text + "\" is not a day of the calendar, written as \"2026-11-22\".");
  }

  @Test
  void momentsAreTurnedIntoUtc() {
    assertThat(value(Scalars.DATE_TIME, "2026-11-22T18:30:00+09:00"))
        .isEqualTo(Instant.parse("2026-11-22T09:30:00Z"));
    assertThat(sent(Scalars.DATE_TIME, Instant.parse("2026-11-22T09:30:00Z")))
        .isEqualTo("2026-11-22T09:30:00Z");
    assertThatThrownBy(() -> value(Scalars.DATE_TIME, "2026-11-22T09:30:00"))
        .hasMessageContaining("with its offset");
  }

  @Test
  void currenciesAndZonesMustExist() {
    assertThat(value(Scalars.CURRENCY_CODE, "KRW")).isEqualTo("KRW");
    assertThat(value(Scalars.TIME_ZONE, "Asia/Seoul")).isEqualTo("Asia/Seoul");
    assertThatThrownBy(() -> value(Scalars.CURRENCY_CODE, "usd")).hasMessageContaining("\"usd\"");
    assertThatThrownBy(() -> value(Scalars.CURRENCY_CODE, "BTC")).hasMessageContaining("ISO 4217");
    assertThatThrownBy(() -> value(Scalars.TIME_ZONE, "Mars/Olympus")).hasMessageContaining("IANA");
  }

  private static Object sent(GraphQLScalarType scalar, Object value) {
    return scalar.getCoercing().serialize(value, GraphQLContext.getDefault(), Locale.ROOT);
  }

  private static Object value(GraphQLScalarType scalar, Object input) {
    return scalar.getCoercing().parseValue(input, GraphQLContext.getDefault(), Locale.ROOT);
  }

  private static Object literal(GraphQLScalarType scalar, Value<?> literal) {
    return scalar
        .getCoercing()
        .parseLiteral(
            literal, CoercedVariables.emptyVariables(), GraphQLContext.getDefault(), Locale.ROOT);
  }
}
