package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Forms;
import io.outlay.ingestion.simulator.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cursors, and the address of the next page with the token in it. */
final class MetaPaging {

  private static final int DEFAULT_LIMIT = 25;

  private MetaPaging() {}

  static int limit(Call call) {
    int limit = number(call.parameter("limit").orElse(Integer.toString(DEFAULT_LIMIT)));
    if (limit < 1) {
      throw MetaError.invalid("Param limit must be greater than or equal to 1");
    }
    return limit;
  }

  /** Where the page begins. */
  static int start(Call call) {
    return call.parameter("after")
        .filter(cursor -> !cursor.isEmpty())
        .map(MetaPaging::read)
        .orElse(0);
  }

  private static int read(String cursor) {
    try {
      byte[] text = Base64.getUrlDecoder().decode(cursor);
      return number(new String(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw MetaError.invalid("Invalid cursor");
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw MetaError.invalid("'%s' is not a whole number".formatted(text));
    }
  }

  private static String cursor(int position) {
    byte[] text = Integer.toString(position).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /** A page; cursors are there even on the last one, {@code next} is not. */
  static ObjectNode page(Call call, ArrayNode data, int start, int end, boolean more) {
    ObjectNode page = Json.object();
    page.set("data", data);
    if (data.isEmpty()) {
      return page;
    }
    ObjectNode paging = page.putObject("paging");
    paging.putObject("cursors").put("before", cursor(start)).put("after", cursor(end));
    if (more) {
      paging.put("next", next(call, end));
    }
    return page;
  }

  private static String next(Call call, int end) {
    Map<String, String> parameters = new TreeMap<>(call.parameters());
    MetaAccess.token(call).ifPresent(token -> parameters.put("access_token", token));
    parameters.put("after", cursor(end));
    return call.hostUrl() + "/" + String.join("/", call.path()) + "?" + Forms.text(parameters);
  }
}
