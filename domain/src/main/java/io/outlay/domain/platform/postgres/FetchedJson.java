package io.outlay.domain.platform.postgres;

import io.outlay.domain.performance.Period;
import io.outlay.domain.platform.Fetched;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fetched periods as the JSON from which a statement takes its rows. */
final class FetchedJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FetchedJson() {}

  static String write(Map<Period, Fetched> fetched) {
    ArrayNode rows = JSON.createArrayNode();
    fetched.forEach((period, fetch) -> put(rows.addObject(), period, fetch));
    return JSON.writeValueAsString(rows);
  }

  private static void put(ObjectNode row, Period period, Fetched fetched) {
    row.put("firstDay", period.firstDay().toString());
    row.put("lastDay", period.lastDay().toString());
    row.put("sequence", fetched.sequence());
    row.put("at", fetched.at().toString());
    row.put("rawInputId", fetched.rawInputId());
    row.put("requestId", fetched.requestId());
    row.put("requests", fetched.requests());
    row.put("rows", fetched.rows());
    row.put("apiVersion", fetched.apiVersion());
    row.put("isProvisional", fetched.isProvisional());
    row.set("totals", TotalsJson.node(fetched.totals()));
    row.put("moved", fetched.moved());
  }
}
