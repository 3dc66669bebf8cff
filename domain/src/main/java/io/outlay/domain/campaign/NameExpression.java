package io.outlay.domain.campaign;

import io.outlay.domain.error.BadRequest;

/**
 * Regular expressions that may be matched against names inside the database: the plain ones, whose
 * cost is bounded by their length and the name's.
 *
 * <p>Refused are references back, look-around and options, more than one group that captures, and
 * repetition within repetition such as {@code (a+)+}, which can take time without end. Counts in
 * braces go up to 50.
 */
final class NameExpression {

  private static final int MOST_REPEATED = 50;
  private static final int MOST_REPETITIONS = 10;
  private static final int DEEPEST = 10;
  private static final String ESCAPABLE = "dDwWsSmMyY.\\[](){}*+?|^$-/_";

  private final String field;
  private final String text;
  private int at;
  private int depth;
  private int captures;
  private int repetitions;

  private NameExpression(String field, String text) {
    this.field = field;
    this.text = text;
  }

  /** Refuses what is not such an expression. */
  static void require(String field, String text) {
    NameExpression expression = new NameExpression(field, text);
    expression.alternatives();
    if (expression.at < text.length()) {
      throw expression.wrong("no closing bracket without an opening one");
    }
  }

  /** Whether something is repeated in what was read. */
  private boolean alternatives() {
    boolean repeats = false;
    while (at < text.length() && text.charAt(at) != ')') {
      repeats |= piece();
    }
    return repeats;
  }

  private boolean piece() {
    boolean repeats = atom();
    if (!quantifier()) {
      return repeats;
    }
    if (repeats) {
      throw wrong("no repetition within repetition, such as (a+)+");
    }
    if (++repetitions > MOST_REPETITIONS) {
      throw wrong("at most 10 repetitions");
    }
    return true;
  }

  private boolean atom() {
    char c = text.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> bracket();
      case '\\' -> escape();
      case '*', '+', '?', '{' -> throw wrong("something to repeat before " + c);
      default -> false;
    };
  }

  private boolean group() {
    if (text.startsWith("?:", at)) {
      at += 2;
    } else if (text.startsWith("?", at)) {
      throw wrong("groups ( ) and (?: ) only");
    } else if (++captures > 1) {
      throw wrong("one group ( ) at most; further ones as (?: )");
    }
    if (++depth > DEEPEST) {
      throw wrong("at most 10 groups within each other");
    }
    boolean repeats = alternatives();
    depth--;
    close(')');
    return repeats;
  }

  private boolean bracket() {
    if (at < text.length() && text.charAt(at) == '^') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == ']') {
      at++;
    }
    while (at < text.length() && text.charAt(at) != ']') {
      if (text.charAt(at) == '[') {
        throw wrong("no [ within brackets");
      }
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    close(']');
    return false;
  }

  private boolean escape() {
    if (at >= text.length() || ESCAPABLE.indexOf(text.charAt(at)) < 0) {
      throw wrong("\\ only before one of " + ESCAPABLE);
    }
    at++;
    return false;
  }

  private boolean quantifier() {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    if (c == '{') {
      at++;
      count();
    } else if (c == '*' || c == '+' || c == '?') {
      at++;
    } else {
      return false;
    }
    if (at < text.length() && text.charAt(at) == '?') {
      at++;
    }
    if (at < text.length() && "*+?{".indexOf(text.charAt(at)) >= 0) {
      throw wrong("one repetition of one thing");
    }
    return true;
  }

  private void count() {
    int end = text.indexOf('}', at);
    String inside = end < 0 ? "" : text.substring(at, end);
    if (!inside.matches("\\d{1,2}(,(\\d{1,2})?)?")) {
      throw wrong("counts such as {3}, {2,} or {2,5}");
    }
    for (String number : inside.split(",", 2)) {
      if (!number.isEmpty() && Integer.parseInt(number) > MOST_REPEATED) {
        throw wrong("counts up to 50");
      }
    }
    at = end + 1;
  }

  private void close(char bracket) {
    if (at >= text.length() || text.charAt(at) != bracket) {
      throw wrong("a closing " + bracket);
    }
    at++;
  }

  private BadRequest wrong(String right) {
    return BadRequest.of(field, text, "an expression with " + right);
  }
}
