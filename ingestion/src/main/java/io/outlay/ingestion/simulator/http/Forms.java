package io.outlay.ingestion.simulator.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads and writes {@code name=value&name=value}. */
public final class Forms {

  private Forms() {}

  /** The parameters of a query or form; the last of two of one name wins. */
  public static Map<String, String> parse(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int from = 0;
    while (from < text.length()) {
      int to = text.indexOf('&', from);
      String pair = text.substring(from, to < 0 ? text.length() : to);
      int sign = pair.indexOf('=');
      if (!pair.isEmpty()) {
        String name = sign < 0 ? pair : pair.substring(0, sign);
        parameters.put(decode(name), sign < 0 ? "" : decode(pair.substring(sign + 1)));
      }
      from = to < 0 ? text.length() : to + 1;
    }
    return parameters;
  }

  /** The text of parameters. */
  public static String text(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
