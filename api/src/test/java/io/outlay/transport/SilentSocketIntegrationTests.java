package io.outlay.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of clients that are gone without a word. */
class SilentSocketIntegrationTests {

  private static final int PINGS = 12;

  private static TransportServer server;

  @BeforeAll
  static void start() {
    server =
        TransportServer.start("outlay.websocket.keep-alive=200ms", "outlay.websocket.silence=1s");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void closesASocketWhosePingsStayUnanswered() {
    try (TestSocket socket = TestSocket.ready(server)) {
      assertThat(socket.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void keepsASocketThatAnswersThem() {
    try (TestSocket socket = TestSocket.ready(server)) {
      for (int i = 0; i < PINGS; i++) {
        assertThat(socket.nextType()).isEqualTo("ping");
        socket.send("{\"type\":\"pong\"}");
      }
      assertThat(socket.isClosed()).isFalse();
    }
  }

  @Test
  void refusesToCloseBeforeAsking() {
    assertThatThrownBy(
            () ->
                TransportServer.start(
                    "outlay.websocket.keep-alive=2s", "outlay.websocket.silence=1s"))
        .hasStackTraceContaining("expected more than outlay.websocket.keep-alive");
  }
}
