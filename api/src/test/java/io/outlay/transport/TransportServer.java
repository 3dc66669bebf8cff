package io.outlay.transport;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server with the test schema, and a plain client for it. */
final class TransportServer implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final List<String> FIXED =
      List.of(
          "server.port=0",
          "outlay.secrets.cursor-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
          "spring.graphql.schema.locations=classpath:transport/",
          "spring.main.banner-mode=off",
          "spring.r2dbc.url=r2dbc:postgresql://127.0.0.1:1/unused",
          "spring.data.redis.url=redis://127.0.0.1:1",
          "spring.kafka.bootstrap-servers=127.0.0.1:1",
          "logging.level.root=warn");

  private final ConfigurableApplicationContext context;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private TransportServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts with these settings; those of the application's own files yield to them. */
  static TransportServer start(String... properties) {
    List<String> arguments = new ArrayList<>();
    for (String property : FIXED) {
      arguments.add("--" + property);
    }
    for (String property : properties) {
      arguments.add("--" + property);
    }
    return new TransportServer(
        new SpringApplicationBuilder(TransportApplication.class)
            .web(WebApplicationType.REACTIVE)
            .run(arguments.toArray(String[]::new)));
  }

  int port() {
    return ((WebServerApplicationContext) context).getWebServer().getPort();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  record Reply(int status, Map<String, List<String>> headers, String text) {

    JsonNode json() {
      return JSON.readTree(text);
    }

    JsonNode at(String pointer) {
      return json().at(pointer);
    }

    String code() {
      return json().at("/errors/0/extensions/code").asString("");
    }

    String message() {
      return json().at("/errors/0/message").asString("");
    }

    String header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(entry -> String.join(", ", entry.getValue()))
          .findFirst()
          .orElse("");
    }
  }

  /** A query without variables, as caller {@code one}. */
  Reply query(String document) {
    return post(JSON.writeValueAsString(Map.of("query", document)));
  }

  Reply query(String document, Map<String, ?> variables) {
    return post(JSON.writeValueAsString(Map.of("query", document, "variables", variables)));
  }

  Reply post(String body, String... headers) {
    return post(body.getBytes(StandardCharsets.UTF_8), headers);
  }

  Reply post(byte[] body, String... headers) {
    return send("POST", "/graphql", body, headers);
  }

  Reply send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
            .timeout(Duration.ofSeconds(30))
            .setHeader("Authorization", "Bearer one")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (body.length > 0) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request.build());
  }

  Reply send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException lost) {
      throw new IllegalStateException("no answer to " + request, lost);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
