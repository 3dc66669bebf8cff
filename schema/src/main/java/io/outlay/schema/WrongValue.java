package io.outlay.schema;

import graphql.language.AstPrinter;
import graphql.language.ScalarValue;
import graphql.language.StringValue;
import graphql.language.Value;

/** Words about a value that a scalar cannot take. */
final class WrongValue {

  private static final int SHOWN = 60;

  private WrongValue() {}

  /** Repeats the value, cut to 60 characters, and says what would be right. */
  static String message(Object value, String expected) {
    return shown(value) + " is not " + expected + ".";
  }

  /** A literal as it stands in the document. */
  static Object literal(Value<?> literal) {
    if (literal instanceof StringValue text) {
      return String.valueOf(text.getValue());
    }
    return literal instanceof ScalarValue<?> scalar
        ? new Written(AstPrinter.printAstCompact(scalar))
        : new Written("this kind of literal");
  }

  private static String shown(Object value) {
    String text =
        switch (value) {
          case String string -> string;
          case Number number -> number.toString();
          case Boolean truth -> truth.toString();
          case Written written -> written.text();
          default -> "this kind of value";
        };
    String cut = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    return value instanceof String ? '"' + cut + '"' : cut;
  }

  private record Written(String text) {}
}
