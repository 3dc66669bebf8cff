package io.outlay.ingestion.platform.meta;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What Meta says went wrong.
 *
 * @param subcode 0 where there is none
 * @param message without anything that looks like a token
 */
record MetaError(int code, int subcode, String message, boolean isTransient) {

  private static final int LONGEST = 300;
  private static final Pattern TOKEN = Pattern.compile("\\S{40,}");

  static MetaError of(JsonNode error) {
    String message = error.path("message").asString("no message");
    String cut = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    return new MetaError(
        error.path("code").asInt(0),
        error.path("error_subcode").asInt(0),
        TOKEN.matcher(cut).replaceAll("…"),
        error.path("is_transient").asBoolean(false));
  }

  /** For messages, for example {@code code 190/463}. */
  String codes() {
    return "code " + code + (subcode == 0 ? "" : "/" + subcode);
  }

  boolean asksForLess() {
    return message.contains("reduce the amount of data");
  }
}
