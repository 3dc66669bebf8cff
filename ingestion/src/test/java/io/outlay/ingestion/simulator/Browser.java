package io.outlay.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.simulator.http.SimulatedHost;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain client that knows nothing of the platforms. */
final class Browser implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AdPlatformSimulator simulator;

  Browser(AdPlatformSimulator simulator) {
    this.simulator = simulator;
  }

  HttpResponse<String> get(SimulatedHost host, String path, Map<String, String> headers)
      throws IOException, InterruptedException {
    return send(request(simulator.baseUrl(host) + path, headers).GET().build());
  }

  HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return send(request(address, Map.of()).GET().build());
  }

  HttpResponse<String> post(
      SimulatedHost host, String path, Map<String, String> headers, String body)
      throws IOException, InterruptedException {
    return send(
        request(simulator.baseUrl(host) + path, headers)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> postForm(SimulatedHost host, String path, Map<String, String> form)
      throws IOException, InterruptedException {
    return post(
        host, path, Map.of("Content-Type", "application/x-www-form-urlencoded"), query(form));
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  static HttpRequest.Builder request(String address, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
    headers.forEach(request::header);
    return request;
  }

  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  static JsonNode ok(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response);
  }

  @Override
  public void close() {
    client.close();
  }
}
