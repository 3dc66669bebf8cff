package io.outlay.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.meta.MetaCredentials;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads Meta as its documentation says. */
record MetaReader(Browser browser, MetaCredentials credentials) {

  static final String VERSION = "/v25.0/";

  HttpResponse<String> call(String path, Map<String, String> parameters)
      throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.putIfAbsent("access_token", credentials.accessToken());
    return browser.get(
        SimulatedHost.META_GRAPH, VERSION + path + "?" + Browser.query(all), Map.of());
  }

  List<JsonNode> all(String path, Map<String, String> parameters)
      throws IOException, InterruptedException {
    List<JsonNode> rows = new ArrayList<>();
    JsonNode page = Browser.ok(call(path, parameters));
    while (true) {
      page.path("data").forEach(rows::add);
      if (!page.path("paging").has("next")) {
        return rows;
      }
      page = Browser.ok(browser.get(page.path("paging").path("next").stringValue()));
    }
  }

  List<JsonNode> insights(long account, String level, String since, String until, String... more)
      throws IOException, InterruptedException {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("level", level);
    parameters.put("time_increment", "1");
    parameters.put("time_range", "{\"since\":\"" + since + "\",\"until\":\"" + until + "\"}");
    parameters.put(
        "fields",
        "account_id,account_currency,campaign_id,campaign_name,adset_id,adset_name,ad_id,ad_name,"
            + "impressions,clicks,inline_link_clicks,spend,cpc,cpm,ctr,actions,action_values");
    parameters.put(
        "action_attribution_windows", "[\"1d_click\",\"7d_click\",\"28d_click\",\"1d_view\"]");
    parameters.put("limit", "500");
    for (int i = 0; i < more.length; i += 2) {
      parameters.put(more[i], more[i + 1]);
    }
    List<JsonNode> rows = all("act_" + account + "/insights", parameters);
    assertThat(rows).isNotEmpty();
    return rows;
  }
}
