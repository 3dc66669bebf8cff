package io.outlay.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.transport.TransportServer.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept answers that are given before sign-in's filters and the endpoint have run. */
class AnswersAtHandIntegrationTests {

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
  void givesTheSameAnswerFromTheSecondTimeOn() {
    String body = body("same");
    Reply first = server.post(body);
    Reply second = server.post(body);

    assertThat(isAtHand(first)).isFalse();
    assertThat(isAtHand(second)).isTrue();
    assertThat(second.at("/data")).isEqualTo(first.at("/data"));
    assertThat(second.at("/extensions/cost/points").asInt()).isEqualTo(1);
    assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(second.header("X-Request-Id")).isNotEmpty();
    assertThat(server.post(body, "X-Request-Id", "mine").header("X-Request-Id")).isEqualTo("mine");
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, Bearer other",
    "Authorization, Bearer admin",
    "Authorization, Bearer limited",
    "Accept-Language, ko"
  })
  void isForTheSameOrganizationRoleScopeAndLanguageOnly(String header, String value) {
    String body = body("for " + value);
    Reply first = atHand(body);

    Reply another = server.post(body, header, value);
    assertThat(isAtHand(another)).isFalse();
    assertThat(another.at("/data/report/made")).isNotEqualTo(first.at("/data/report/made"));
    Reply again = server.post(body, header, value);
    assertThat(isAtHand(again)).isTrue();
    assertThat(again.at("/data")).isEqualTo(another.at("/data"));
  }

  @Test
  void isForCallersAlikeInAllOfThis() {
    String body = body("alike");
    Reply first = atHand(body);

    Reply alike = server.post(body, "Authorization", "Bearer poor");
    assertThat(isAtHand(alike)).isTrue();
    assertThat(alike.at("/data")).isEqualTo(first.at("/data"));
  }

  @Test
  void endsWithTheDataVersion() {
    String body = body("version");
    Reply first = atHand(body);

    server.bean(TestDataState.class).raise(1);

    Reply fresh = server.post(body);
    assertThat(isAtHand(fresh)).isFalse();
    assertThat(fresh.at("/data/report/made")).isNotEqualTo(first.at("/data/report/made"));
  }

  @Test
  void isForTheSameBodyOnly() {
    atHand("{\"query\":\"{ report(name: \\\"one\\\") { made } }\"}");

    Reply spaced = server.post("{\"query\": \"{ report(name: \\\"one\\\") { made } }\"}");
    assertThat(isAtHand(spaced)).isFalse();
    assertThat(spaced.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer unknown", "Basic one"})
  void isNotForStrangers(String authorization) {
    String body = body("strangers");
    atHand(body);

    Reply refused = server.post(body, "Authorization", authorization);
    assertThat(isAtHand(refused)).isFalse();
    assertThat(refused.code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void otherFormsOfRequestsTakeTheLongWay() {
    String body = body("forms");
    atHand(body);

    Reply draft = server.post(body, "Accept", "application/graphql-response+json");
    assertThat(isAtHand(draft)).isFalse();
    assertThat(draft.header("Content-Type")).startsWith("application/graphql-response+json");
    assertThat(server.post(body, "Accept", "text/html").status()).isEqualTo(406);
    assertThat(server.post(body, "Content-Type", "text/plain").status()).isEqualTo(415);
  }

  @Test
  void changesAreNeverAtHand() {
    String body = "{\"query\":\"mutation { count(by: 1) }\"}";
    int first = server.post(body).at("/data/count").asInt();

    assertThat(server.post(body).at("/data/count").asInt()).isEqualTo(first + 1);
    assertThat(server.post(body).at("/data/count").asInt()).isEqualTo(first + 2);
  }

  @Test
  void isTimedAsAnOperation() {
    String body = body("timed");
    atHand(body);
    long before = timed();

    server.post(body);

    assertThat(timed()).isEqualTo(before + 1);
  }

  @Test
  void costsAPointAndIsRefusedWithoutOne() {
    try (TransportServer poor =
        TransportServer.start("outlay.limits.cost.bucket=4", "outlay.limits.cost.per-second=1")) {
      String body = body("poor");
      int answered = 0;
      Reply reply = poor.post(body);
      while (reply.status() == 200 && answered < 100) {
        answered++;
        reply = poor.post(body);
      }

      assertThat(answered).isBetween(2, 99);
      assertThat(reply.status()).isEqualTo(429);
      assertThat(reply.header("Retry-After")).isNotEmpty();
      assertThat(isAtHand(reply)).isFalse();
    }
  }

  private static String body(String name) {
    String query = "query($n: String) { report(name: $n) { made forWhom } }";
    return "{\"query\":\"%s\",\"variables\":{\"n\":\"%s\"}}".formatted(query, name);
  }

  /** Asks until the answer is at hand. */
  private static Reply atHand(String body) {
    server.post(body);
    Reply reply = server.post(body);
    assertThat(isAtHand(reply)).isTrue();
    return reply;
  }

  private static boolean isAtHand(Reply reply) {
    return "yes".equals(reply.header(TestSignIn.AT_HAND));
  }

  private static long timed() {
    return server
        .bean(MeterRegistry.class)
        .get("outlay.operation")
        .tags("operation", "other", "outcome", "ok")
        .timer()
        .takeSnapshot()
        .count();
  }
}
