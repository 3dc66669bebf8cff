package io.outlay.api.graphql.error;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites the engine's messages for people who know GraphQL and not its Java implementation:
 * {@code IntValue{value=3}} becomes {@code 3}, a {@code 'LinkedHashMap'} becomes an object.
 */
final class EngineWords {

  private static final Pattern PREFIX =
      Pattern.compile("^Validation error \\(\\w+(@\\[[^]]*])?\\) : ");
  private static final Pattern SCALAR =
      Pattern.compile("(?:Int|Float|Boolean)Value\\{(?:value|isValue)=([^{}]*?)}");
  private static final Pattern TEXT = Pattern.compile("StringValue\\{value='([^']*)'}");
  private static final Pattern NAME =
      Pattern.compile("(?:EnumValue|VariableReference)\\{name='(\\w*)'}");
  private static final Pattern FIELD = Pattern.compile("ObjectField\\{name='(\\w+)', value=(.*?)}");
  private static final Pattern OBJECT = Pattern.compile("ObjectValue\\{objectFields=\\[(.*?)]}");
  private static final Pattern ARRAY = Pattern.compile("ArrayValue\\{values=\\[(.*?)]}");
  private static final Pattern NULL = Pattern.compile("NullValue\\{\\s*}");
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("LinkedHashMap", "an object"),
          Map.entry("HashMap", "an object"),
          Map.entry("Object", "an object"),
          Map.entry("ArrayList", "a list"),
          Map.entry("Array", "a list"),
          Map.entry("Integer", "a whole number"),
          Map.entry("Long", "a whole number"),
          Map.entry("BigInteger", "a whole number"),
          Map.entry("Int", "a whole number"),
          Map.entry("BigDecimal", "a number"),
          Map.entry("Double", "a number"),
          Map.entry("Float", "a number"),
          Map.entry("Boolean", "true or false"),
          Map.entry("String", "text"),
          Map.entry("Enum", "an enum value"),
          Map.entry("Null", "null"),
          Map.entry("Variable", "a variable"));

  private static final Pattern AST_KIND = Pattern.compile("AST type (?:of )?'(\\w+?)(?:Value)?'");
  private static final Pattern WAS_A = Pattern.compile("(but (?:it )?was an? )'(\\w+?)(?:Value)?'");

  private EngineWords() {}

  static String toPlain(String message) {
    String plain = PREFIX.matcher(message).replaceFirst("");
    plain = SCALAR.matcher(plain).replaceAll("$1");
    plain = TEXT.matcher(plain).replaceAll("\"$1\"");
    plain = NAME.matcher(plain).replaceAll("$1");
    plain = NULL.matcher(plain).replaceAll("null");
    plain = FIELD.matcher(plain).replaceAll("$1: $2");
    plain = ARRAY.matcher(plain).replaceAll("[$1]");
    plain = OBJECT.matcher(plain).replaceAll("{$1}");
    plain = AST_KIND.matcher(plain).replaceAll(found -> quoted(kind(found.group(1))));
    plain = WAS_A.matcher(plain).replaceAll(found -> quoted("but it was " + kind(found.group(2))));
    return JAVA_NAME.matcher(plain).replaceAll("a value");
  }

  private static final Pattern JAVA_NAME =
      Pattern.compile("\\b(?:java|graphql|tools|io|org)\\.\\w+\\.[\\w.$]+");

  private static String kind(String name) {
    return KINDS.getOrDefault(name, "'" + name + "'");
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }
}
