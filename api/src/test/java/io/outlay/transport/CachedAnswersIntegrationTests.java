package io.outlay.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.api.graphql.TrustedDocuments;
import io.outlay.transport.TransportServer.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers kept by data version, and the GET that lets clients keep them too. */
class CachedAnswersIntegrationTests {

  private static final String REPORT =
      TrustedDocuments.idOf(
          "query Report($name: String) { report(name: $name) { made forWhom } }\n");
  private static final String CHANGE = TrustedDocuments.idOf("mutation Change { count(by: 1) }\n");

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
  void keepsAnAnswerUntilTheDataChange() {
    int first = made(server.query("{ report(name: \"a\") { made } }"));

    Reply kept = server.query("{ report(name: \"a\") { made } }");
    assertThat(made(kept)).isEqualTo(first);
    assertThat(kept.at("/extensions/cost/points").asInt()).isEqualTo(1);

    server.bean(TestDataState.class).raise(1);
    assertThat(made(server.query("{ report(name: \"a\") { made } }"))).isNotEqualTo(first);
  }

  @Test
  void tellsQuestionsAndCallersApart() {
    String query = "query($n: String) { report(name: $n) { made forWhom } }";
    int first = made(server.query(query, Map.of("n", "x")));

    assertThat(made(server.query(query, Map.of("n", "y")))).isNotEqualTo(first);
    assertThat(made(server.query("{ report(name: \"x\") { made } }"))).isNotEqualTo(first);
    String body = "{\"query\":\"" + query + "\",\"variables\":{\"n\":\"x\"}}";
    assertThat(made(server.post(body))).isEqualTo(first);
    assertThat(made(server.post(body, "Authorization", "Bearer other"))).isNotEqualTo(first);
    Reply korean = server.post(body, "Accept-Language", "ko");
    assertThat(korean.at("/data/report/forWhom").asString()).isEqualTo("ANALYST KOREAN");
    assertThat(made(server.post(body, "Authorization", "Bearer poor"))).isEqualTo(first);
  }

  @Test
  void keepsNothingThatDependsOnMoreOrFailed() {
    int first = server.query("{ count report { made } }").at("/data/count").asInt();
    assertThat(server.query("{ count report { made } }").at("/data/count").asInt())
        .isNotEqualTo(first);

    int failed = made(server.query("{ report(name: \"f\") { made missing } }"));
    Reply again = server.query("{ report(name: \"f\") { made missing } }");
    assertThat(again.code()).isEqualTo("UNAVAILABLE");
    assertThat(made(again)).isNotEqualTo(failed);
  }

  @Test
  void makesOneAnswerForAllWhoAskAtOnce() {
    int before = server.bean(TestControllers.class).executed.get();
    List<Reply> replies =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> server.query("{ report(name: \"slow\") { made } }"))
            .toList();

    assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
    assertThat(server.bean(TestControllers.class).executed.get()).isEqualTo(before + 1);
  }

  @Test
  void answersTrustedDocumentsByGetAndSaysWhenNothingChanged() {
    Reply first = get(REPORT, "{\"name\":\"get\"}");
    String tag = first.header("ETag");

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.at("/data/report/forWhom").asString()).isEqualTo("ANALYST ENGLISH");
    assertThat(tag).startsWith("W/\"");
    Reply unchanged = get(REPORT, "{\"name\":\"get\"}", "If-None-Match", tag);
    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.text()).isEmpty();
    assertThat(unchanged.header("ETag")).isEqualTo(tag);
    assertThat(get(REPORT, "{\"name\":\"else\"}", "If-None-Match", tag).status()).isEqualTo(200);
    assertThat(
            get(REPORT, "{\"name\":\"get\"}", "If-None-Match", tag, "Accept-Language", "ko")
                .status())
        .isEqualTo(200);
    server.bean(TestDataState.class).raise(1);
    Reply changed = get(REPORT, "{\"name\":\"get\"}", "If-None-Match", tag);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isNotEqualTo(tag);
  }

  @Test
  void answersTrustedDocumentsByPost() {
    Reply reply = server.post("{\"documentId\":\"" + REPORT + "\"}");

    assertThat(reply.at("/data/report/made").isNumber()).isTrue();
  }

  @Test
  void refusesToChangeAnythingByGet() {
    Reply reply = get(CHANGE, "{}");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("POST");
  }

  @Test
  void refusesWhatGetCannotMean() {
    assertThat(get("abc", "{}").message()).contains("documentId is \"abc\"");
    assertThat(get(REPORT, "{").status()).isEqualTo(400);
    assertThat(get(REPORT, "[]").message()).contains("variables must be one JSON object");
    Reply twice =
        server.send("GET", "/graphql?documentId=" + REPORT + "&documentId=x", new byte[0]);
    assertThat(twice.status()).isEqualTo(400);
  }

  private static Reply get(String documentId, String variables, String... headers) {
    String query =
        "documentId="
            + documentId
            + "&variables="
            + URLEncoder.encode(variables, StandardCharsets.UTF_8);
    return server.send("GET", "/graphql?" + query, new byte[0], headers);
  }

  private static int made(Reply reply) {
    return reply.at("/data/report/made").asInt();
  }
}
