package io.outlay.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.transport.TransportServer.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The endpoint over plain HTTP. */
class HttpIntegrationTests {

  private static TransportServer server;

  @BeforeAll
  static void start() {
    server = TransportServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void answersAQuery() {
    Reply reply = server.query("{ hello(name: \"Ada\") spend { amount currencyCode } }");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.at("/data/hello").asString()).isEqualTo("Hello Ada");
    assertThat(reply.at("/data/spend/amount").asString()).isEqualTo("40460.059972");
    assertThat(reply.json().has("errors")).isFalse();
  }

  @Test
  void takesVariablesAndOperationName() {
    Reply reply =
        server.post(
            """
            {"query": "query A($n: String) { hello(name: $n) } query B { spend { amount } }",
             "operationName": "A", "variables": {"n": "Grace"}}\
            """);

    assertThat(reply.at("/data/hello").asString()).isEqualTo("Hello Grace");
  }

  @Test
  void tellsWhoAsksInTheirLanguage() {
    Reply reply =
        server.post(
            "{\"query\": \"{ me { organization language } }\"}",
            "Accept-Language",
            "ko-KR,ko;q=0.9");

    assertThat(reply.at("/data/me/organization").asString()).isEqualTo("1");
    assertThat(reply.at("/data/me/language").asString()).isEqualTo("KOREAN");
  }

  @Test
  void answersInTheNameTheDraftGives() {
    Reply reply =
        server.post("{\"query\": \"{ hello }\"}", "Accept", "application/graphql-response+json");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/graphql-response+json");
  }

  @Test
  void refusesCallersWithoutToken() {
    Reply reply = server.post("{\"query\": \"{ __typename }\"}", "Authorization", "Bearer nobody");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void refusesAnswersNobodyCanRead() {
    Reply reply = server.post("{\"query\": \"{ hello }\"}", "Accept", "text/html");

    assertThat(reply.status()).isEqualTo(406);
    assertThat(reply.code()).isEqualTo("BAD_REQUEST");
    assertThat(reply.message()).contains("application/json");
  }

  @Test
  void refusesBodiesThatAreNotJson() {
    for (String type :
        new String[] {
          "text/plain", "application/graphql", "application/json;charset=utf-16", "x"
        }) {
      Reply reply = server.post("{ hello }", "Content-Type", type);

      assertThat(reply.status()).as(type).isEqualTo(415);
      assertThat(reply.message()).contains("application/json");
    }
  }

  @Test
  void refusesOtherMethods() {
    for (String method : new String[] {"PUT", "DELETE", "PATCH", "HEAD"}) {
      Reply reply = server.send(method, "/graphql", new byte[0]);

      assertThat(reply.status()).as(method).isEqualTo(405);
      assertThat(reply.header("Allow")).isEqualTo("GET, POST");
    }
  }

  @Test
  void refusesGetWithoutTrustedDocument() {
    Reply reply = server.send("GET", "/graphql?query=%7Bhello%7D", new byte[0]);

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("POST");
  }

  @Test
  void tellsFieldErrorsBesideTheData() {
    for (Map.Entry<String, String> expected :
        Map.of(
                "bad", "BAD_REQUEST",
                "missing", "NOT_FOUND",
                "conflict", "CONFLICT",
                "forbidden", "FORBIDDEN",
                "cursor", "CURSOR_EXPIRED",
                "away", "UNAVAILABLE",
                "database", "UNAVAILABLE",
                "secret", "INTERNAL_ERROR")
            .entrySet()) {
      Reply reply = server.query("{ fail(how: \"" + expected.getKey() + "\") hello }");

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.code()).as(expected.getKey()).isEqualTo(expected.getValue());
      assertThat(reply.at("/errors/0/path/0").asString()).isEqualTo("fail");
      assertThat(reply.at("/data/hello").asString()).isEqualTo("Hello you");
      assertThat(reply.text()).doesNotContain("secret.Thing", "SELECT", "db.internal", "Exception");
    }
  }

  @Test
  void tellsWhereToFindTheReasonOfAFailure() {
    Reply reply =
        server.post("{\"query\": \"{ failHard(how: \\\"secret\\\") }\"}", "X-Request-Id", "abc-1");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/data").isNull()).isTrue();
    assertThat(reply.at("/errors/0/extensions/requestId").asString()).isEqualTo("abc-1");
    assertThat(reply.header("X-Request-Id")).isEqualTo("abc-1");
  }

  @Test
  void doesNotTakeOverWildRequestIds() {
    Reply reply = server.post("{\"query\": \"{ hello }\"}", "X-Request-Id", "<script>");

    assertThat(reply.header("X-Request-Id")).matches("[a-f0-9]{16}");
  }

  @Test
  void tellsAtMostTenErrors() {
    Reply reply = server.query("{ " + "nope ".repeat(3) + "a b c d e f g h i j k l m n o p }");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("errors").size()).isEqualTo(10);
  }
}
