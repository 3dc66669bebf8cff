package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.Reply;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The headers that tell how much of the quota is used.
 *
 * @param account the account's number
 * @param percent used part
 * @param regainMinutes minutes until calls are answered again, 0 while they are
 */
record MetaUsage(String account, int percent, int regainMinutes) {

  private static final String TIER = "standard_access";

  Reply on(Reply reply) {
    return reply
        .with("X-App-Usage", text(usage()))
        .with("X-Business-Use-Case-Usage", text(businessUseCase()))
        .with("X-Ad-Account-Usage", text(adAccount()))
        .with("X-FB-Ads-Insights-Throttle", text(throttle()));
  }

  private ObjectNode usage() {
    return Json.object()
        .put("call_count", percent)
        .put("total_time", percent / 2)
        .put("total_cputime", percent / 2);
  }

  private ObjectNode businessUseCase() {
    ObjectNode all = Json.object();
    ObjectNode use = all.putArray(account).addObject().put("type", "ads_insights");
    use.setAll(usage());
    use.put("estimated_time_to_regain_access", regainMinutes).put("ads_api_access_tier", TIER);
    return all;
  }

  private ObjectNode adAccount() {
    return Json.object()
        .put("acc_id_util_pct", (double) percent)
        .put("reset_time_duration", regainMinutes * 60)
        .put("ads_api_access_tier", TIER);
  }

  private ObjectNode throttle() {
    return Json.object()
        .put("app_id_util_pct", (double) percent)
        .put("acc_id_util_pct", (double) percent)
        .put("ads_api_access_tier", TIER);
  }

  private static String text(JsonNode node) {
    return new String(Json.bytes(node), StandardCharsets.UTF_8);
  }
}
