package io.outlay.api.graphql.http;

import io.outlay.api.graphql.websocket.OriginRule;
import io.outlay.api.graphql.websocket.SocketEndpoint;
import io.outlay.api.graphql.websocket.SocketSignIn;
import io.outlay.domain.error.Forbidden;
import io.outlay.domain.organization.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands requests that want to be sockets over to the socket endpoint. */
@Component
final class SocketUpgrade {

  private final WebSocketService service;
  private final SocketEndpoint endpoint;
  private final OriginRule origins;
  private final ObjectProvider<SocketSignIn> signIn;

  SocketUpgrade(
      WebSocketService graphQlWebSocketService,
      SocketEndpoint endpoint,
      OriginRule origins,
      ObjectProvider<SocketSignIn> signIn) {
    this.service = graphQlWebSocketService;
    this.endpoint = endpoint;
    this.origins = origins;
    this.signIn = signIn;
  }

  static boolean isWanted(ServerHttpRequest request) {
    return HttpMethod.GET.equals(request.getMethod())
        && "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade());
  }

  Mono<Void> upgrade(ServerWebExchange exchange) {
    if (!origins.allows(exchange.getRequest().getHeaders())) {
      return Mono.error(
          new Forbidden(
              "Pages of this origin may not connect; outlay.websocket.origins names those that"
                  + " may."));
    }
    return service.handleRequest(exchange, endpoint);
  }

  /** Completes when the caller's token has ended. */
  Mono<Void> signInEnds(Viewer viewer) {
    return Mono.defer(() -> signIn.getObject().ended(viewer));
  }
}
