package io.outlay.ingestion.simulator.googleads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a query from left to right. */
final class GaqlParser {

  private static final Set<String> SIGNS = Set.of("=", "!=", ">", "<", ">=", "<=");

  private final List<GaqlToken> tokens;
  private int at;

  private GaqlParser(String text) {
    this.tokens = GaqlToken.of(text);
  }

  static GaqlQuery parse(String text) {
    return new GaqlParser(text).query();
  }

  private GaqlQuery query() {
    expect("SELECT", "EXPECTED_SELECT");
    List<String> select = fields();
    expect("FROM", "EXPECTED_FROM");
    String from = next().text();
    List<GaqlCondition> where = where();
    List<String> orders = orders();
    int limit = skip("LIMIT") ? limit() : 0;
    boolean omitted = skip("PARAMETERS") && parameters();
    if (!peek().text().isEmpty()) {
      throw unexpected("UNEXPECTED_INPUT");
    }
    return new GaqlQuery(select, from, where, orders, limit, omitted);
  }

  private List<String> fields() {
    List<String> fields = new ArrayList<>();
    do {
      fields.add(next().text());
    } while (skip(","));
    return fields;
  }

  private List<GaqlCondition> where() {
    List<GaqlCondition> conditions = new ArrayList<>();
    if (skip("WHERE")) {
      do {
        conditions.add(condition());
      } while (skip("AND"));
      if (peek().is("OR") || peek().is("(")) {
        throw unexpected("EXPECTED_AND");
      }
    }
    return conditions;
  }

  private GaqlCondition condition() {
    String field = next().text();
    String operator = operator();
    List<String> values =
        switch (operator) {
          case "IN", "NOT IN" -> list();
          case "BETWEEN" -> between();
          case "IS NULL", "IS NOT NULL" -> List.of();
          default -> List.of(next().text());
        };
    return new GaqlCondition(field, operator, values);
  }

  private String operator() {
    GaqlToken token = next();
    String word = token.text().toUpperCase(Locale.ROOT);
    if (SIGNS.contains(word) || Set.of("IN", "BETWEEN", "DURING", "LIKE").contains(word)) {
      return word;
    }
    if (word.equals("NOT") && (peek().is("IN") || peek().is("LIKE"))) {
      return "NOT " + next().text().toUpperCase(Locale.ROOT);
    }
    if (word.equals("IS")) {
      boolean not = skip("NOT");
      expect("NULL", "BAD_OPERATOR");
      return not ? "IS NOT NULL" : "IS NULL";
    }
    throw GoogleError.query("BAD_OPERATOR", "Error in query: unexpected operator " + word + ".")
        .failure();
  }

  private List<String> list() {
    expect("(", "EXPECTED_LIST");
    List<String> values = new ArrayList<>();
    do {
      values.add(next().text());
    } while (skip(","));
    expect(")", "EXPECTED_LIST");
    return values;
  }

  private List<String> between() {
    String from = next().text();
    expect("AND", "EXPECTED_VALUE_WITH_BETWEEN_OPERATOR");
    return List.of(from, next().text());
  }

  private List<String> orders() {
    List<String> orders = new ArrayList<>();
    if (skip("ORDER")) {
      expect("BY", "EXPECTED_BY");
      do {
        String field = next().text();
        orders.add(skip("DESC") ? "-" + field : field);
        skip("ASC");
      } while (skip(","));
    }
    return orders;
  }

  private int limit() {
    String number = next().text();
    if (!number.matches("[1-9]\\d{0,8}")) {
      throw GoogleError.query("BAD_LIMIT_VALUE", "Error in query: bad limit " + number + ".")
          .failure();
    }
    return Integer.parseInt(number);
  }

  private boolean parameters() {
    boolean omitted = false;
    do {
      String name = next().text();
      expect("=", "BAD_OPERATOR");
      boolean yes = next().is("true");
      omitted |= yes && name.equals("omit_unselected_resource_names");
    } while (skip(","));
    return omitted;
  }

  private GaqlToken peek() {
    return tokens.get(at);
  }

  private GaqlToken next() {
    GaqlToken token = peek();
    if (token.text().isEmpty() && !token.quoted()) {
      throw unexpected("UNEXPECTED_END_OF_QUERY");
    }
    at++;
    return token;
  }

  private boolean skip(String keyword) {
    if (peek().is(keyword)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String keyword, String reason) {
    if (!skip(keyword)) {
      throw unexpected(reason);
    }
  }

  private GoogleFailure unexpected(String reason) {
    return GoogleError.query(
            reason, "Error in query: unexpected input %s.".formatted(peek().text()))
        .failure();
  }
}
