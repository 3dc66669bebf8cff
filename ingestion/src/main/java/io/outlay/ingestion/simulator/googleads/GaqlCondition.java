package io.outlay.ingestion.simulator.googleads;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a query.
 *
 * @param field what is looked at
 * @param operator how, in capitals
 * @param values against what
 */
record GaqlCondition(String field, String operator, List<String> values) {

  GaqlCondition {
    values = List.copyOf(values);
  }

  boolean accepts(@Nullable Object value) {
    if (operator.equals("IS NULL") || operator.equals("IS NOT NULL")) {
      return (value == null) == operator.equals("IS NULL");
    }
    if (value == null) {
      return operator.equals("!=") || operator.equals("NOT IN");
    }
    String text = value.toString();
    return switch (operator) {
      case "=" -> compare(text, values.getFirst()) == 0;
      case "!=" -> compare(text, values.getFirst()) != 0;
      case ">" -> compare(text, values.getFirst()) > 0;
      case ">=" -> compare(text, values.getFirst()) >= 0;
      case "<" -> compare(text, values.getFirst()) < 0;
      case "<=" -> compare(text, values.getFirst()) <= 0;
      case "BETWEEN" -> compare(text, values.getFirst()) >= 0 && compare(text, values.get(1)) <= 0;
      case "IN" -> values.stream().anyMatch(one -> compare(text, one) == 0);
      case "NOT IN" -> values.stream().noneMatch(one -> compare(text, one) == 0);
      case "LIKE" -> like(values.getFirst()).matcher(text).matches();
      default -> !like(values.getFirst()).matcher(text).matches();
    };
  }

  /** Compares numbers by size, anything else by letters; days are written so that this fits. */
  private static int compare(String left, String right) {
    return isNumber(left) && isNumber(right)
        ? new BigDecimal(left).compareTo(new BigDecimal(right))
        : left.compareTo(right);
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d+(\\.\\d+)?");
  }

  private static Pattern like(String pattern) {
    return Pattern.compile(Pattern.quote(pattern).replace("%", "\\E.*\\Q"));
  }
}
