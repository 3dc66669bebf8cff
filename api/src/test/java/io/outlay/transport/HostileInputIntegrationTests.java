package io.outlay.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.transport.TransportServer.Reply;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever is thrown at it, the server says what would be right, tells no internals and goes on.
 */
class HostileInputIntegrationTests {

  private static TransportServer server;

  @BeforeAll
  static void start() {
    server = TransportServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void theServerGoesOn() {
    assertThat(server.query("{ hello }").at("/data/hello").asString()).isEqualTo("Hello you");
  }

  @Test
  void bodiesThatAreNoRequest() {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put(" ", "one JSON object");
    expected.put("hello", "not JSON at line 1");
    expected.put("[]", "one JSON object");
    expected.put("[{\"query\":\"{hello}\"}]", "one JSON object");
    expected.put("null", "one JSON object");
    expected.put("{}", "query (a GraphQL document) or documentId");
    expected.put("{\"query\":\"{hello}\"", "not JSON");
    expected.put("{\"query\":\"{hello}\"} true", "goes on after");
    expected.put("{\"query\":7}", "query is 7; expected a text");
    expected.put("{\"query\":{}}", "query is \"{…}\"");
    expected.put(
        "{\"query\":\"{hello}\",\"variables\":[1]}", "variables is \"[…]\"; expected an object");
    expected.put("{\"query\":\"{hello}\",\"variables\":\"{}\"}", "variables is \"{}\"");
    expected.put("{\"query\":\"{hello}\",\"operationName\":1}", "operationName is 1");
    expected.put("{\"query\":\"{hello}\",\"operationName\":\"X\"}", "operationName is \"X\"");
    expected.put("{\"query\":\"{hello}\",\"query\":\"{hello}\"}", "\"query\" stands twice");
    expected.put("{\"query\":\"{hello}\",\"variables\":{\"a\":1,\"a\":2}}", "\"a\" stands twice");
    expected.put("{\"query\":\"{hello}\",\"variables\":{\"a\":\"x\\u0000\"}}", "zero character");
    expected.put("{\"query\":\"{hello}\",\"variables\":{\"a\":\"\\ud800\"}}", "surrogate");
    expected.put("{\"query\":\"{hello}\",\"variables\":{\"a\":1e999999999}}", "out of range");
    expected.put(
        "{\"query\":\"{hello}\",\"variables\":" + "{\"a\":".repeat(50) + "1" + "}".repeat(51),
        "nested at most 20 deep");
    expected.put("{\"query\":\"{hello}\",\"documentId\":\"x\"}", "either query");
    expected.put("{\"documentId\":\"x\"}", "documentId is \"x\"; expected the SHA-256");
    expected.forEach((body, message) -> assertBadRequest(server.post(body), message));
  }

  @Test
  void bytesThatAreNotText() {
    byte[] broken = "{\"query\":\"{hello(name:\\\"x\\\")}\"}".getBytes(StandardCharsets.UTF_8);
    broken[24] = (byte) 0xC3;

    assertBadRequest(server.post(broken), "is not UTF-8");
    assertBadRequest(server.post(new byte[] {'{', 0, '}'}), "not JSON");
    assertThat(server.query("{ hello(name: \"\uFFFD 광고\") }").at("/data/hello").asString())
        .isEqualTo("Hello \uFFFD 광고");
  }

  @Test
  void tenMegabytes() {
    Reply reply = server.post("{\"query\":\"" + "x".repeat(10_000_000) + "\"}");

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.code()).isEqualTo("BAD_REQUEST");
  }

  @Test
  void documentsThatAreNone() {
    assertBadRequest(server.query("{"), "Invalid syntax");
    assertBadRequest(server.query(""), "");
    assertBadRequest(server.query("hello"), "Invalid syntax");
    assertBadRequest(server.query("type A { b: Int }"), "");
    assertBadRequest(server.query("{ hello(name: \"\u0007\") nope }"), "");
    assertBadRequest(server.query("{ nope }"), "'nope'");
    assertBadRequest(server.query("{ hello(wrong: 1) }"), "'wrong'");
    assertBadRequest(server.query("{ item }"), "Subselection required");
    assertBadRequest(server.query("{ item { ...Gone } }"), "Gone");
    assertBadRequest(server.query("mutation { nope }"), "'nope'");
    assertBadRequest(server.query("subscription { forever }"), "WebSocket");
    assertBadRequest(server.query("query A { hello } query B { hello }"), "one of [A, B]");
  }

  @Test
  void valuesOfTheWrongType() {
    assertBadRequest(server.query("{ echo(number: \"x\") }"), "number");
    assertBadRequest(server.query("{ echo(number: 99999999999) }"), "number");
    assertBadRequest(server.query("{ echo(kind: THREE) }"), "Kind");
    assertBadRequest(server.query("{ echo(point: {y: 1}) }"), "x");
    assertBadRequest(server.query("{ echo(point: {x: 1, z: 1}) }"), "z");
    assertBadRequest(server.query("{ items(first: \"x\") { totalCount } }"), "first");
    assertBadRequest(
        server.query("query($n: Int) { echo(number: $n) }", Map.of("n", Map.of("a", 1))), "n");
    assertBadRequest(server.query("query($n: Int!) { echo(number: $n) }"), "n");
    assertBadRequest(
        server.query("query($p: PointInput) { echo(point: $p) }", Map.of("p", Map.of("x", "1"))),
        "x");
    assertBadRequest(
        server.query("query($k: Kind) { echo(kind: $k) }", Map.of("k", "THREE")), "THREE");
  }

  @Test
  void manyErrorsAtOnceAreCutShort() {
    Reply reply = server.query("{ " + "nope ".repeat(20) + "}");

    assertThat(reply.json().get("errors").size()).isEqualTo(10);
  }

  private static void assertBadRequest(Reply reply, String message) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.code()).as(reply.text()).isEqualTo("BAD_REQUEST");
    assertThat(reply.message()).isNotBlank().contains(message);
    assertThat(reply.text())
        .doesNotContain(
            "Exception", "java.", "graphql.", "LinkedHashMap", "Value{", "Validation error (")
        .doesNotContain("\"data\"");
  }
}
