package io.outlay.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Server-sent events, one connection per operation. */
class EventStreamIntegrationTests {

  private static TransportServer server;

  @BeforeAll
  static void start() {
    server = TransportServer.start("outlay.websocket.keep-alive=200ms");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void sendsEachEventAndCompletes() {
    TransportServer.Reply reply = stream("subscription { ticks(count: 2) }");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).startsWith("text/event-stream");
    assertThat(reply.text())
        .isEqualTo(
            """
            event: next
            data: {"data":{"ticks":1}}

            event: next
            data: {"data":{"ticks":2}}

            event: complete
            data:

            """);
  }

  @Test
  void answersQueriesToo() {
    assertThat(stream("{ hello }").text())
        .contains("event: next\ndata: {\"data\":{\"hello\":\"Hello you\"}")
        .endsWith("event: complete\ndata:\n\n");
  }

  @Test
  void tellsRefusalsAsEvents() {
    TransportServer.Reply reply = stream("{ nope }");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text())
        .contains("event: next\ndata: {\"errors\":[", "BAD_REQUEST")
        .endsWith("event: complete\ndata:\n\n");
  }

  @Test
  void endsAFailedStreamWithItsError() {
    assertThat(stream("subscription { broken }").text())
        .contains("{\"data\":{\"broken\":1}}", "INTERNAL_ERROR")
        .doesNotContain("secret")
        .endsWith("event: complete\ndata:\n\n");
  }

  @Test
  void keepsAQuietConnectionAliveAndEndsWithItsReader() throws IOException, InterruptedException {
    int before = server.bean(TestControllers.class).cancelled.get();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/graphql"))
              .timeout(Duration.ofSeconds(10))
              .header("Authorization", "Bearer one")
              .header("Accept", "text/event-stream")
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"subscription { forever }\"}"))
              .build();
      try (InputStream events =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
        assertThat(new String(events.readNBytes(6), java.nio.charset.StandardCharsets.UTF_8))
            .isEqualTo(":\n\n:\n\n");
      }
      client.shutdownNow();
    }
    Eventually.holds(() -> server.bean(TestControllers.class).cancelled.get() > before);
  }

  private static TransportServer.Reply stream(String query) {
    return server.post("{\"query\":\"" + query + "\"}", "Accept", "text/event-stream");
  }
}
