package io.outlay.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Whole numbers of 64 bits as JSON numbers. */
final class LongCoercing implements Coercing<Long, Long> {

  private static final String EXPECTED =
      "a whole number from -9223372036854775808 to 9223372036854775807";

  @Override
  public Long serialize(Object value, GraphQLContext context, Locale locale) {
    return switch (value) {
      case Long number -> number;
      case Integer number -> number.longValue();
      default ->
          throw new CoercingSerializeException(
              "cannot be sent as Long: a " + value.getClass().getName());
    };
  }

  @Override
  public Long parseValue(Object input, GraphQLContext context, Locale locale) {
    return read(input)
        .orElseThrow(() -> new CoercingParseValueException(WrongValue.message(input, EXPECTED)));
  }

  @Override
  public Long parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    return Optional.of(input)
        .filter(IntValue.class::isInstance)
        .flatMap(literal -> fitting(((IntValue) literal).getValue()))
        .orElseThrow(
            () ->
                new CoercingParseLiteralException(
                    WrongValue.message(WrongValue.literal(input), EXPECTED)));
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return new IntValue(BigInteger.valueOf(serialize(input, context, locale)));
  }

  private static Optional<Long> read(Object input) {
    return switch (input) {
      case Long number -> Optional.of(number);
      case Integer number -> Optional.of(number.longValue());
      case BigInteger number -> fitting(number);
      default -> Optional.empty();
    };
  }

  private static Optional<Long> fitting(BigInteger number) {
    return number.bitLength() < Long.SIZE ? Optional.of(number.longValue()) : Optional.empty();
  }
}
