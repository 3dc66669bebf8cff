package io.outlay.api.graphql.websocket;

import java.nio.charset.StandardCharsets;
import org.springframework.web.reactive.socket.CloseStatus;

/** Reasons for which the server ends a socket, with the protocol's codes. */
final class SocketClose {

  static final CloseStatus UNAUTHORIZED = new CloseStatus(4401, "Unauthorized");
  static final CloseStatus FORBIDDEN = new CloseStatus(4403, "Forbidden");
  static final CloseStatus WRONG_PROTOCOL = new CloseStatus(4406, "Subprotocol not acceptable");
  static final CloseStatus INIT_TIMEOUT =
      new CloseStatus(4408, "Connection initialisation timeout");
  static final CloseStatus TOO_MANY_INITS =
      new CloseStatus(4429, "Too many initialisation requests");
  static final CloseStatus GOING_AWAY = CloseStatus.GOING_AWAY.withReason("The server goes down");
  static final CloseStatus TOO_BIG = CloseStatus.TOO_BIG_TO_PROCESS.withReason("Message too long");
  static final CloseStatus UNREAD =
      CloseStatus.POLICY_VIOLATION.withReason("Too many answers are waiting to be read");
  static final CloseStatus SILENT =
      CloseStatus.POLICY_VIOLATION.withReason("No sign of life: pings were not answered");
  static final CloseStatus FAILED = CloseStatus.SERVER_ERROR.withReason("Outlay failed");
  static final CloseStatus LATER =
      CloseStatus.SERVICE_OVERLOAD.withReason("Sign-in does not work now; try again later");

  private static final int LONGEST_REASON = 120;

  private SocketClose() {}

  /** A message that the protocol does not know. */
  static CloseStatus invalidMessage(String why) {
    return new CloseStatus(4400, cut(why));
  }

  /** An id that is in use. */
  static CloseStatus duplicate(String id) {
    return new CloseStatus(4409, cut("Subscriber for " + id + " already exists"));
  }

  private static String cut(String reason) {
    String cut = reason;
    while (cut.getBytes(StandardCharsets.UTF_8).length > LONGEST_REASON) {
      cut = cut.substring(0, cut.length() - 1);
    }
    return cut;
  }
}
