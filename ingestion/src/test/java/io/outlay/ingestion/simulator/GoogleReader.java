package io.outlay.ingestion.simulator;

import io.outlay.ingestion.simulator.googleads.GoogleAdsCredentials;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads Google Ads as its documentation says. */
record GoogleReader(Browser browser, GoogleAdsCredentials credentials) {

  String token() throws IOException, InterruptedException {
    HttpResponse<String> response =
        browser.postForm(
            SimulatedHost.GOOGLE_OAUTH,
            "/token",
            Map.of(
                "grant_type", "refresh_token",
                "client_id", credentials.clientId(),
                "client_secret", credentials.clientSecret(),
                "refresh_token", credentials.refreshToken()));
    return Browser.ok(response).path("access_token").stringValue();
  }

  HttpResponse<String> call(String customer, String method, String token, String body)
      throws IOException, InterruptedException {
    return browser.post(
        SimulatedHost.GOOGLE_ADS,
        "/v25/customers/" + customer + "/googleAds:" + method,
        Map.of(
            "Authorization",
            "Bearer " + token,
            "Content-Type",
            "application/json",
            "login-customer-id",
            credentials.loginCustomerId()),
        body);
  }

  static String body(String query) {
    return Browser.JSON.writeValueAsString(Map.of("query", query));
  }

  List<JsonNode> stream(long customer, String query) throws IOException, InterruptedException {
    JsonNode batches =
        Browser.ok(call(Long.toString(customer), "searchStream", token(), body(query)));
    List<JsonNode> rows = new ArrayList<>();
    batches.forEach(batch -> batch.path("results").forEach(rows::add));
    return rows;
  }

  /** The name of an error. */
  static String reason(HttpResponse<String> answer) {
    JsonNode error = Browser.json(answer).path("error");
    JsonNode code = error.path("details").path(0).path("errors").path(0).path("errorCode");
    return code.properties().iterator().next().getValue().asString();
  }
}
