package io.outlay.ingestion.simulator.googleads;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a query.
 *
 * @param text without quotes
 * @param quoted whether it stood in quotes
 */
record GaqlToken(String text, boolean quoted) {

  private static final Pattern WORD =
      Pattern.compile(
          "\\s+|'(?<single>[^']*)'|\"(?<double>[^\"]*)\"|(?<sign><=|>=|!=|[=<>(),])"
              + "|(?<word>[A-Za-z0-9_.\\-:/]+)");

  /** The words of a query, a last one without text behind them. */
  static List<GaqlToken> of(String query) {
    List<GaqlToken> tokens = new ArrayList<>();
    Matcher matcher = WORD.matcher(query);
    int at = 0;
    while (at < query.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw GoogleError.query(
                "UNEXPECTED_INPUT",
                "Error in query: unexpected input %s.".formatted(query.charAt(at)))
            .failure();
      }
      add(tokens, matcher);
      at = matcher.end();
    }
    tokens.add(new GaqlToken("", false));
    return tokens;
  }

  private static void add(List<GaqlToken> tokens, Matcher matcher) {
    for (String group : List.of("single", "double", "sign", "word")) {
      String text = matcher.group(group);
      if (text != null) {
        tokens.add(new GaqlToken(text, group.equals("single") || group.equals("double")));
      }
    }
  }

  boolean is(String keyword) {
    return !quoted && text.equalsIgnoreCase(keyword);
  }
}
