package io.outlay.schema;

import graphql.language.IntValue;
import graphql.language.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Exact decimals as strings, without exponent, with the decimals the value has. A JSON number with
 * a fraction is refused: whoever writes one may have rounded it before it was sent.
 */
final class DecimalCoercing extends TextCoercing<BigDecimal> {

  private static final int LONGEST = 41;
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  DecimalCoercing() {
    super(
        BigDecimal.class,
        "a decimal number of at most 40 digits, written as a string such as \"1234.50\"");
  }

  @Override
  Optional<BigDecimal> read(String text) {
    return text.length() <= LONGEST && DECIMAL.matcher(text).matches()
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  @Override
  String write(BigDecimal value) {
    return value.toPlainString();
  }

  @Override
  Optional<BigDecimal> readInput(Object input) {
    return input instanceof Integer || input instanceof Long || input instanceof BigInteger
        ? read(input.toString())
        : super.readInput(input);
  }

  @Override
  Optional<BigDecimal> readLiteral(Value<?> literal) {
    return literal instanceof IntValue number
        ? read(number.getValue().toString())
        : super.readLiteral(literal);
  }
}
