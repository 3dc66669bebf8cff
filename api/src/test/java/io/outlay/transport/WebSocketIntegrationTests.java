package io.outlay.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The graphql-transport-ws protocol, rule by rule. */
class WebSocketIntegrationTests {

  private static TransportServer server;

  @BeforeAll
  static void start() {
    server =
        TransportServer.start(
            "outlay.websocket.init-timeout=500ms", "outlay.websocket.operations=5");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void runsSubscriptionsQueriesAndMutations() {
    try (TestSocket socket = TestSocket.ready(server)) {
      socket.subscribe("s", "subscription { ticks(count: 2) }");

      assertThat(socket.next().at("/payload/data/ticks").asInt()).isEqualTo(1);
      assertThat(socket.next().at("/payload/data/ticks").asInt()).isEqualTo(2);
      assertThat(socket.next().toString()).isEqualTo("{\"id\":\"s\",\"type\":\"complete\"}");

      socket.subscribe("q", "{ hello }");
      assertThat(socket.next().at("/payload/data/hello").asString()).isEqualTo("Hello you");
      assertThat(socket.nextType()).isEqualTo("complete");

      socket.subscribe("q", "mutation { count(by: 1) }");
      assertThat(socket.next().at("/payload/data/count").isNumber()).isTrue();
      assertThat(socket.nextType()).isEqualTo("complete");
    }
  }

  @Test
  void takesTheTokenOfTheHandshakeToo() {
    try (TestSocket socket = TestSocket.open(server, "Authorization", "Bearer other")) {
      socket.send("{\"type\":\"connection_init\"}");
      assertThat(socket.nextType()).isEqualTo("connection_ack");

      socket.subscribe("q", "{ me { organization } }");
      assertThat(socket.next().at("/payload/data/me/organization").asString()).isEqualTo("2");
    }
  }

  @Test
  void closesSocketsOfOtherProtocols() {
    try (TestSocket socket = TestSocket.openWith(server, null)) {
      assertThat(socket.closeCode()).isEqualTo(4406);
    }
  }

  @Test
  void closesOnWhatIsNoMessage() {
    String[] wrong = {
      "no json",
      "[]",
      "{\"type\":\"fly\"}",
      "{\"type\":7}",
      "{\"id\":\"1\"}",
      "{\"type\":\"connection_init\",\"payload\":7}",
      "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{hello}\"}}",
      "{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{\"query\":\"{hello}\"}}",
      "{\"type\":\"subscribe\",\"id\":\"1\"}",
      "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":7}}",
      "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{hello}\",\"variables\":[]}}",
      "{\"type\":\"complete\"}",
      "{\"type\":\"ping\",\"type\":\"ping\"}",
    };
    for (String message : wrong) {
      try (TestSocket socket = TestSocket.ready(server)) {
        socket.send(message);

        assertThat(socket.closeCode()).as(message).isEqualTo(4400);
      }
    }
  }

  @Test
  void closesOnBinaryMessages() {
    try (TestSocket socket = TestSocket.ready(server)) {
      assertThat(socket.sendBinary().closeCode()).isEqualTo(4400);
    }
  }

  @Test
  void closesOnSubscribeBeforeInit() {
    try (TestSocket socket = TestSocket.open(server)) {
      socket.subscribe("1", "{ hello }");

      assertThat(socket.closeCode()).isEqualTo(4401);
    }
  }

  @Test
  void givesNothingToASubscribeBehindAnUnfinishedInit() {
    try (TestSocket socket = TestSocket.open(server)) {
      socket.init("slow").subscribe("1", "{ hello }");

      assertThat(socket.closeCode()).isEqualTo(4401);
      assertThat(socket.hasMessage()).isFalse();
    }
  }

  @Test
  void givesNothingToASubscribeBehindABadInit() {
    try (TestSocket socket = TestSocket.open(server)) {
      socket.init("nobody").subscribe("1", "{ hello }");

      assertThat(socket.closeCode()).isIn(4401, 4403);
      assertThat(socket.hasMessage()).isFalse();
    }
  }

  @Test
  void closesOnBadTokens() {
    for (String payload :
        new String[] {"{}", "{\"Authorization\":\"Bearer nobody\"}", "{\"Authorization\":7}"}) {
      try (TestSocket socket = TestSocket.open(server)) {
        socket.send("{\"type\":\"connection_init\",\"payload\":" + payload + "}");

        assertThat(socket.closeCode()).as(payload).isEqualTo(4403);
      }
    }
  }

  @Test
  void asksToComeBackWhenSignInIsAway() {
    try (TestSocket socket = TestSocket.open(server)) {
      assertThat(socket.init("away").closeCode()).isEqualTo(1013);
    }
  }

  @Test
  void closesWhenNoInitComes() {
    try (TestSocket socket = TestSocket.open(server)) {
      assertThat(socket.closeCode()).isEqualTo(4408);
    }
  }

  @Test
  void closesOnASecondInit() {
    try (TestSocket ready = TestSocket.ready(server);
        TestSocket waiting = TestSocket.open(server)) {
      assertThat(ready.init("one").closeCode()).isEqualTo(4429);
      assertThat(waiting.init("slow").init("slow").closeCode()).isEqualTo(4429);
    }
  }

  @Test
  void closesOnDuplicateIdsOfEveryKind() {
    for (String operation : new String[] {"subscription { forever }", "{ sleep(seconds: 9) }"}) {
      try (TestSocket socket = TestSocket.ready(server)) {
        socket.subscribe("1", operation).subscribe("1", "{ hello }");

        assertThat(socket.closeCode()).as(operation).isEqualTo(4409);
      }
    }
  }

  @Test
  void answersPingsAndTakesPongs() {
    try (TestSocket socket = TestSocket.open(server)) {
      socket.send("{\"type\":\"ping\",\"payload\":{\"a\":[1]}}");
      JsonNode pong = socket.next();

      assertThat(pong.toString()).isEqualTo("{\"type\":\"pong\",\"payload\":{\"a\":[1]}}");
      socket.send("{\"type\":\"pong\"}").initialise("one");
    }
  }

  @Test
  void pingsByItself() {
    try (TransportServer quick = TransportServer.start("outlay.websocket.keep-alive=200ms");
        TestSocket socket = TestSocket.ready(quick)) {
      assertThat(socket.nextType()).isEqualTo("ping");
      assertThat(socket.nextType()).isEqualTo("ping");
    }
  }

  @Test
  void closesOnMessagesOverTheLimit() {
    String long64 = "{\"type\":\"ping\",\"payload\":{\"a\":\"" + "x".repeat(66_000) + "\"}}";
    try (TestSocket socket = TestSocket.ready(server)) {
      assertThat(socket.send(long64).closeCode()).isEqualTo(1009);
    }
    try (TestSocket socket = TestSocket.ready(server)) {
      assertThat(socket.sendInPieces("x".repeat(20_000), 4).closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void tellsRequestErrorsAsErrorAndNotNext() {
    for (String query : new String[] {"{ nope }", "{", "query A { hello } query B { hello }"}) {
      try (TestSocket socket = TestSocket.ready(server)) {
        JsonNode error = socket.subscribe("1", query).next();

        assertThat(error.at("/type").asString()).as(query).isEqualTo("error");
        assertThat(error.at("/id").asString()).isEqualTo("1");
        assertThat(error.at("/payload/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
        socket.subscribe("1", "{ hello }");
        assertThat(socket.nextType()).isEqualTo("next");
      }
    }
  }

  @Test
  void tellsFieldErrorsAsNext() {
    try (TestSocket socket = TestSocket.ready(server)) {
      JsonNode next = socket.subscribe("1", "{ fail(how: \"missing\") }").next();

      assertThat(next.at("/type").asString()).isEqualTo("next");
      assertThat(next.at("/payload/errors/0/extensions/code").asString()).isEqualTo("NOT_FOUND");
    }
  }

  @Test
  void endsAFailedSubscriptionWithItsError() {
    try (TestSocket socket = TestSocket.ready(server)) {
      socket.subscribe("1", "subscription { broken }");

      assertThat(socket.nextType()).isEqualTo("next");
      JsonNode error = socket.next();
      assertThat(error.at("/type").asString()).isEqualTo("error");
      assertThat(error.at("/payload/0/extensions/code").asString()).isEqualTo("INTERNAL_ERROR");
      assertThat(error.toString()).doesNotContain("secret");
    }
  }

  @Test
  void completeEndsAnOperationInSilence() {
    try (TestSocket socket = TestSocket.ready(server)) {
      int before = server.bean(TestControllers.class).cancelled.get();
      socket.subscribe("1", "subscription { forever }");
      socket.send("{\"id\":\"1\",\"type\":\"complete\"}");

      Eventually.holds(() -> server.bean(TestControllers.class).cancelled.get() > before);
      socket.subscribe("1", "{ hello }");
      assertThat(socket.next().at("/payload/data/hello").asString()).isEqualTo("Hello you");
    }
  }

  @Test
  void leavingEndsAllOperations() {
    int before = server.bean(TestControllers.class).cancelled.get();
    try (TestSocket socket = TestSocket.ready(server)) {
      socket.subscribe("1", "subscription { forever }").subscribe("2", "{ sleep(seconds: 9) }");
      socket.subscribe("3", "{ hello }");
      assertThat(socket.nextType()).isEqualTo("next");
    }

    Eventually.holds(() -> server.bean(TestControllers.class).cancelled.get() >= before + 2);
  }

  @Test
  void boundsTheOperationsOfASocket() {
    try (TestSocket socket = TestSocket.ready(server)) {
      for (int i = 0; i < 5; i++) {
        socket.subscribe("s" + i, "subscription { forever }");
      }
      JsonNode error = socket.subscribe("more", "{ hello }").next();

      assertThat(error.at("/type").asString()).isEqualTo("error");
      assertThat(error.at("/payload/0/message").asString()).contains("5 operations");
    }
  }

  @Test
  void endsTheOperationOfASlowReaderAndSlowsNobody() {
    try (TestSocket slow = TestSocket.openWithoutReading(server)) {
      int before = server.bean(TestControllers.class).cancelled.get();
      slow.init("one").read(1);
      assertThat(slow.nextType()).isEqualTo("connection_ack");
      slow.subscribe("1", "subscription { flood(size: 10000) }");

      Eventually.holds(() -> server.bean(TestControllers.class).cancelled.get() > before);
      assertThat(server.query("{ hello }").status()).isEqualTo(200);
      try (TestSocket quick = TestSocket.ready(server)) {
        quick.subscribe("1", "subscription { ticks(count: 3) }");
        assertThat(quick.nextType()).isEqualTo("next");
      }
    }
  }

  @Test
  void closesWhenTheTokenEnds() {
    try (TestSocket socket = TestSocket.open(server);
        TestSocket other = TestSocket.open(server)) {
      other.initialise("other");
      socket.initialise("poor").subscribe("1", "subscription { forever }");
      server.bean(TestSocketSignIn.class).revoked.tryEmitNext(33L);

      assertThat(socket.closeCode()).isEqualTo(4403);
      assertThat(other.subscribe("1", "{ hello }").nextType()).isEqualTo("next");
    }
  }

  @Test
  void refusesPagesOfOtherOrigins() {
    assertThatThrownBy(() -> TestSocket.open(server, "Origin", "https://evil.example").close())
        .rootCause()
        .hasMessageContaining("403");
    try (TestSocket own = TestSocket.open(server, "Origin", "http://localhost:" + server.port())) {
      own.initialise("one");
    }
  }

  @Test
  void saysThatTheServerGoesDown() {
    TransportServer leaving = TransportServer.start();
    try (TestSocket socket = TestSocket.ready(leaving)) {
      socket.subscribe("1", "subscription { forever }");
      leaving.close();

      assertThat(socket.closeCode()).isEqualTo(1001);
    }
  }
}
