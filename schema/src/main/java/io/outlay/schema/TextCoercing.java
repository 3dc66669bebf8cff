package io.outlay.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.util.Locale;
import java.util.Optional;

/**
 * A scalar that travels as text in both directions.
 *
 * @param <T> its type in Java
 */
abstract class TextCoercing<T> implements Coercing<T, String> {

  private final Class<T> type;
  private final String expected;

  /**
   * @param expected what would be right, for the message about a wrong value
   */
  TextCoercing(Class<T> type, String expected) {
    this.type = type;
    this.expected = expected;
  }

  /** The value a text stands for; empty where it stands for none. */
  abstract Optional<T> read(String text);

  /** The text a value is sent as. */
  abstract String write(T value);

  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    if (!type.isInstance(value)) {
      throw new CoercingSerializeException(
          "cannot be sent as " + expected + ": a " + value.getClass().getName());
    }
    return write(type.cast(value));
  }

  @Override
  public T parseValue(Object input, GraphQLContext context, Locale locale) {
    return readInput(input)
        .orElseThrow(() -> new CoercingParseValueException(WrongValue.message(input, expected)));
  }

  @Override
  public T parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    return readLiteral(input)
        .orElseThrow(
            () ->
                new CoercingParseLiteralException(
                    WrongValue.message(WrongValue.literal(input), expected)));
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return StringValue.of(input instanceof String text ? text : serialize(input, context, locale));
  }

  Optional<T> readInput(Object input) {
    return input instanceof String text ? read(text) : Optional.empty();
  }

  Optional<T> readLiteral(Value<?> literal) {
    return literal instanceof StringValue text
        ? Optional.ofNullable(text.getValue()).flatMap(this::read)
        : Optional.empty();
  }
}
