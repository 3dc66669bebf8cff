package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.ingestion.sink.SliceSink;
import io.outlay.ingestion.spendimport.SpendImportWorker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Processes that run a part of Outlay only. */
class RolesIntegrationTests {

  @Test
  void aProcessThatOnlyIngestsAnswersProbesAndNothingElse() throws Exception {
    try (WholeServer server = WholeServer.start("--outlay.roles=ingestion")) {
      assertThat(server.has(SliceSink.class)).isTrue();
      assertThat(server.has(SpendImportWorker.class)).isTrue();
      assertThat(status(server, "GET", "/actuator/health/readiness")).isEqualTo(200);
      assertThat(status(server, "POST", "/graphql")).isEqualTo(404);
      assertThat(status(server, "POST", "/imports")).isEqualTo(404);
      assertThat(status(server, "GET", "/graphiql")).isEqualTo(404);
    }
  }

  @Test
  void aProcessWithoutIngestionAnswersAndRunsNoSinkAndNoImports() throws Exception {
    try (WholeServer server = WholeServer.start("--outlay.roles=api")) {
      assertThat(server.has(SliceSink.class)).isFalse();
      assertThat(server.has(SpendImportWorker.class)).isFalse();
      assertThat(status(server, "POST", "/graphql")).isEqualTo(200);
    }
  }

  private static int status(WholeServer server, String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Authorization", "Bearer demo-admin")
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString("{\"query\":\"{ __typename }\"}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
