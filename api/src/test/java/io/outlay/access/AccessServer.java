package io.outlay.access;

import io.outlay.api.Outlay;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.embedded.test.SharedServices;
import io.outlay.embedded.test.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server over a database of its own; Redis and Kafka are not there. */
final class AccessServer implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NOBODY_LISTENS = "127.0.0.1:9";

  private final MigratedDatabase database;
  private final ConfigurableApplicationContext context;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private AccessServer(MigratedDatabase database, ConfigurableApplicationContext context) {
    this.database = database;
    this.context = context;
  }

  /** A server with the tests' own schema. */
  static AccessServer start(String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("--spring.data.redis.url=redis://" + NOBODY_LISTENS);
    all.add("--spring.kafka.bootstrap-servers=" + NOBODY_LISTENS);
    all.add("--spring.graphql.schema.locations=classpath:access/");
    return start(AccessApplication.class, all);
  }

  /** The whole program, as in production. */
  static AccessServer startOutlay() {
    SharedServices services = SharedServices.get();
    return start(
        Outlay.class,
        List.of(
            "--spring.profiles.active=production",
            "--server.address=127.0.0.1",
            "--outlay.encryption.keys=2026a:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "--outlay.encryption.key-id=2026a",
            "--outlay.secrets.user-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "--spring.data.redis.url=" + services.redis().url(),
            "--spring.kafka.bootstrap-servers=" + services.kafka().bootstrapServers()));
  }

  private static AccessServer start(Class<?> application, List<String> settings) {
    MigratedDatabase database = MigratedDatabase.create();
    TestDatabase address = database.address();
    List<String> all = new ArrayList<>(settings);
    all.addAll(
        List.of(
            "--server.port=0",
            "--spring.r2dbc.url=" + address.r2dbcUrl(),
            "--spring.r2dbc.username=" + address.username(),
            "--spring.r2dbc.password=" + address.password(),
            "--outlay.secrets.cursor-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "--logging.level.root=warn"));
    return new AccessServer(
        database, new SpringApplicationBuilder(application).run(all.toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  MigratedDatabase database() {
    return database;
  }

  /** A query with a token; null for none. */
  Reply query(@Nullable String token, String document) {
    String body = JSON.writeValueAsString(Map.of("query", document));
    return send(
        request("/graphql", token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** The first answer of a subscription, over server-sent events. */
  Reply subscribe(String token, String document) {
    String body = JSON.writeValueAsString(Map.of("query", document));
    return send(
        request("/graphql", token)
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Reply get(String path, @Nullable String token) {
    return send(request(path, token).GET());
  }

  Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(
              request.timeout(Duration.ofSeconds(15)).build(),
              HttpResponse.BodyHandlers.ofString());
      return new Reply(response);
    } catch (IOException e) {
      throw new IllegalStateException("the server did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder request(String path, @Nullable String token) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }

  record Reply(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String text() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode at(String pointer) {
      return JSON.readTree(text()).at(pointer);
    }

    String code() {
      return at("/errors/0/extensions/code").asString("");
    }

    String message() {
      return at("/errors/0/message").asString("");
    }
  }
}
