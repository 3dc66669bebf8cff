package io.outlay.api.graphql.websocket;

import io.netty.handler.codec.TooLongFrameException;
import io.outlay.api.graphql.Shutdown;
import io.outlay.api.graphql.json.StrictJson;
import io.outlay.domain.error.BadRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/** {@code /graphql} as a WebSocket speaking graphql-transport-ws. */
@Component
public class SocketEndpoint implements WebSocketHandler {

  private static final String PROTOCOL = "graphql-transport-ws";

  /** How long a client may take to answer the server's close; a dead one never does. */
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final ObjectProvider<SocketSignIn> signIn;
  private final SocketOperations operations;
  private final SocketSettings settings;
  private final StrictJson json;
  private final Shutdown shutdown;

  SocketEndpoint(
      ObjectProvider<SocketSignIn> signIn,
      SocketOperations operations,
      SocketSettings settings,
      StrictJson json,
      Shutdown shutdown) {
    this.signIn = signIn;
    this.operations = operations;
    this.settings = settings;
    this.json = json;
    this.shutdown = shutdown;
  }

  @Override
  public List<String> getSubProtocols() {
    return List.of(PROTOCOL);
  }

  @Override
  public Mono<Void> handle(WebSocketSession session) {
    if (!PROTOCOL.equals(session.getHandshakeInfo().getSubProtocol())) {
      return session.close(SocketClose.WRONG_PROTOCOL);
    }
    Handshake handshake = Handshake.of(session.getHandshakeInfo());
    Socket socket = new Socket(signIn.getObject(), operations, settings, handshake);
    socket.open(shutdown.signal());
    return Mono.whenDelayError(
            session.send(socket.outbound().map(session::textMessage)),
            received(session, socket),
            socket.closing().flatMap(session::close))
        .doFinally(end -> socket.stop());
  }

  /** Until the client goes, or has answered the server's close. */
  private Mono<Void> received(WebSocketSession session, Socket socket) {
    return session
        .receive()
        .doOnNext(message -> receive(message, socket))
        .onErrorComplete(failure -> endedByError(failure, socket))
        .takeUntilOther(socket.closing().delayElement(FAREWELL))
        .then()
        .doOnTerminate(socket::stop);
  }

  private void receive(WebSocketMessage message, Socket socket) {
    socket.heard();
    if (message.getType() != WebSocketMessage.Type.TEXT) {
      if (message.getType() == WebSocketMessage.Type.BINARY) {
        socket.close(SocketClose.invalidMessage("Messages must be text"));
      }
      return;
    }
    try {
      socket.receive(ClientMessage.read(message.getPayloadAsText(), json));
    } catch (BadRequest invalid) {
      socket.close(SocketClose.invalidMessage(invalid.getMessage()));
    }
  }

  /** A message put together from too many frames; single frames are refused by the codec. */
  private static boolean endedByError(Throwable failure, Socket socket) {
    boolean tooLong = failure instanceof TooLongFrameException;
    if (tooLong) {
      socket.close(SocketClose.TOO_BIG);
    }
    return tooLong;
  }
}
