package io.outlay.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.transport.TransportServer.Reply;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every limit: passed at its edge, refused one over it. */
class LimitsIntegrationTests {

  private static TransportServer server;

  @BeforeAll
  static void start() {
    server = TransportServer.start("outlay.limits.cost.bucket=100000", "outlay.limits.timeout=1s");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void depth() {
    assertFine(nested(12));
    assertTooComplex(nested(13), "13 levels deep");
  }

  @Test
  void aliases() {
    assertFine("{ item { " + repeated(30, i -> "a" + i + ": name ") + "} }");
    assertTooComplex("{ item { " + repeated(31, i -> "a" + i + ": name ") + "} }", "31 aliases");
    assertTooComplex("{ " + repeated(31, i -> "a" + i + ": __typename ") + "}", "31 aliases");
  }

  @Test
  void fields() {
    assertFine("{ item { " + repeated(399, i -> "name ") + "} }");
    assertTooComplex("{ item { " + repeated(400, i -> "name ") + "} }", "401 fields");
  }

  @Test
  void moneyCountsAsOneField() {
    assertFine("{ item { " + repeated(399, i -> "spend { amount currencyCode } ") + "} }");
  }

  @Test
  void fieldsAtTheTop() {
    assertFine("{ " + repeated(20, i -> "hello ") + "}");
    assertTooComplex("{ " + repeated(21, i -> "hello ") + "}", "21 fields at the top");
    assertTooComplex(
        "{ ...A ...A ...A } fragment A on Query { " + repeated(7, i -> "hello ") + "}",
        "21 fields at the top");
  }

  @Test
  void directives() {
    assertFine("{ item { " + repeated(20, i -> "name @include(if: true) ") + "} }");
    assertTooComplex(
        "{ item { " + repeated(21, i -> "name @include(if: true) ") + "} }", "21 directives");
  }

  @Test
  void fragmentsCountWhereTheyAreUsed() {
    StringBuilder bomb = new StringBuilder("{ item { ...F0 } } ");
    for (int i = 0; i < 60; i++) {
      bomb.append("fragment F%d on Item { child { ...F%d ...F%d } } ".formatted(i, i + 1, i + 1));
    }
    bomb.append("fragment F60 on Item { name }");

    assertTooComplex(bomb.toString(), "levels deep");

    StringBuilder flat = new StringBuilder("{ item { ...F0 } } ");
    for (int i = 0; i < 60; i++) {
      flat.append("fragment F%d on Item { ...F%d ...F%d } ".formatted(i, i + 1, i + 1));
    }
    flat.append("fragment F60 on Item { name }");

    assertTooComplex(flat.toString(), "fields");
  }

  @Test
  void fragmentsWithinThemselves() {
    Reply reply = server.query("{ item { ...A } } fragment A on Item { child { ...A } }");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("BAD_REQUEST");
    assertThat(reply.message()).contains("Fragment A contains itself");
  }

  @Test
  void lengthOfTheQuery() {
    assertFine("{ hello }" + " ".repeat(19_991));
    assertTooComplex("{ hello }" + " ".repeat(19_992), "20001 characters");
  }

  @Test
  void lengthOfTheBody() {
    Reply reply = server.post("{\"query\":\"{ hello }\"}" + " ".repeat(1_048_576));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.code()).isEqualTo("BAD_REQUEST");
    assertThat(reply.message()).contains("1048576 bytes");
  }

  @Test
  void introspectionByItsOwnRules() {
    Reply standard = server.query(graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY);

    assertThat(standard.status()).isEqualTo(200);
    assertThat(standard.at("/data/__schema/queryType/name").asString()).isEqualTo("Query");

    Reply greedy =
        server.query("{ __schema { types { fields { type { fields { type { name } } } } } } }");
    assertThat(greedy.status()).isEqualTo(400);
    assertThat(greedy.code()).isEqualTo("QUERY_TOO_COMPLEX");
  }

  @Test
  void sizeOfAPage() {
    assertFine("{ items(first: 500) { totalCount } }");
    for (String first : new String[] {"501", "1000000", "0", "-1"}) {
      Reply reply = server.query("{ items(first: " + first + ") { totalCount } }");

      assertThat(reply.status()).as(first).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("BAD_REQUEST");
      assertThat(reply.message()).contains("items.first", first, "1 to 500");
    }
    Reply variable =
        server.query("query($n: Int) { items(first: $n) { totalCount } }", Map.of("n", 501));
    assertThat(variable.message()).contains("501");
  }

  @Test
  void costIsToldAndLimited() {
    assertThat(server.query("{ hello }").at("/extensions/cost/points").asInt()).isEqualTo(1);
    assertThat(
            server
                .query("{ items(first: 100) { nodes { children(first: 10) { totalCount } } } }")
                .at("/extensions/cost/points")
                .asInt())
        .isEqualTo(2 + (100 + 1000) / 10);
    assertTooComplex(
        "{ items(first: 500) { nodes { children(first: 500) { totalCount } } } }", "25052 points");
  }

  @Test
  void timeOfAnOperation() {
    int before = server.bean(TestControllers.class).cancelled.get();
    Reply reply = server.query("{ sleep(seconds: 8) }");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.code()).isEqualTo("UNAVAILABLE");
    assertThat(reply.at("/errors/0/extensions/retryable").asBoolean()).isTrue();
    assertThat(reply.at("/data").isNull()).isTrue();
    Eventually.holds(() -> server.bean(TestControllers.class).cancelled.get() > before);
  }

  @Test
  void timeOfABatchLoader() {
    int before = server.bean(TestControllers.class).cancelled.get();
    assertThat(server.query("{ item { slow } }").code()).isEqualTo("UNAVAILABLE");

    Eventually.holds(() -> server.bean(TestControllers.class).cancelled.get() > before);
  }

  @Test
  void aBucketRunsDryAndFillsAgain() {
    try (TransportServer poor =
        TransportServer.start("outlay.limits.cost.bucket=3", "outlay.limits.cost.per-second=1")) {
      for (int i = 0; i < 3; i++) {
        assertThat(poor.query("{ hello }").status()).isEqualTo(200);
      }
      Reply dry = poor.query("{ items(first: 10) { totalCount } }");

      assertThat(dry.status()).isEqualTo(429);
      assertThat(dry.code()).isEqualTo("RATE_LIMITED");
      int wait = dry.at("/errors/0/extensions/retryAfterSeconds").asInt();
      assertThat(wait).isBetween(1, 3);
      assertThat(dry.header("Retry-After")).isEqualTo(Integer.toString(wait));
      assertThat(poor.post("{\"query\":\"{ hello }\"}", "Authorization", "Bearer other").status())
          .isEqualTo(200);
    }
  }

  private static String nested(int depth) {
    return "{ item { " + "child { ".repeat(depth - 2) + "name " + "} ".repeat(depth - 2) + "} }";
  }

  private static String repeated(int times, java.util.function.IntFunction<String> part) {
    return IntStream.range(0, times).mapToObj(part).collect(Collectors.joining());
  }

  private static void assertFine(String query) {
    Reply reply = server.query(query);
    assertThat(reply.json().has("errors")).as(reply.text()).isFalse();
    assertThat(reply.status()).isEqualTo(200);
  }

  private static void assertTooComplex(String query, String message) {
    Reply reply = server.query(query);
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("QUERY_TOO_COMPLEX");
    assertThat(reply.message()).contains(message);
  }
}
