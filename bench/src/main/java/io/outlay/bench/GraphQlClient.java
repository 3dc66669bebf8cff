package io.outlay.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a server on this machine. */
final class GraphQlClient {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;
  private final String token;

  GraphQlClient(String endpoint, String token) {
    this.endpoint = URI.create(endpoint);
    this.token = token;
    if (!"127.0.0.1".equals(this.endpoint.getHost())) {
      throw new IllegalArgumentException("only http://127.0.0.1:… is loaded");
    }
  }

  /** The answer's data; fails where it has errors. */
  JsonNode send(String document) throws IOException, InterruptedException {
    String body = JSON.writeValueAsString(Map.of("query", document));
    JsonNode answer =
        answer(
            request(endpoint)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    if (answer.has("errors")) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.get("data");
  }

  /** Sends a file that is made while it is sent; the answer. */
  JsonNode upload(String fileName, Supplier<InputStream> file)
      throws IOException, InterruptedException {
    return answer(
        request(endpoint.resolve("/imports?fileName=" + fileName))
            .header("Content-Type", "text/csv")
            .timeout(Duration.ofMinutes(10))
            .POST(HttpRequest.BodyPublishers.ofInputStream(file))
            .build());
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
  }

  private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          answer.statusCode()
              + ": "
              + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
    }
    return JSON.readTree(answer.body());
  }
}
