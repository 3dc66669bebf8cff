package io.outlay.api.graphql.websocket;

import io.outlay.api.graphql.request.Callers;
import io.outlay.domain.error.Unauthenticated;
import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.Viewer;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.socket.HandshakeInfo;
import reactor.core.publisher.Mono;

/**
 * What the HTTP request that opened a socket said.
 *
 * @param principal who it came from; empty when it carried no token
 * @param language in which the socket's texts are answered
 * @param requestId under which its operations are logged
 */
record Handshake(Mono<? extends Principal> principal, Language language, String requestId) {

  private static final String BEARER = "Bearer ";

  static Handshake of(HandshakeInfo info) {
    return new Handshake(
        info.getPrincipal(),
        Callers.language(info.getHeaders()),
        Callers.requestIdOf(info.getHeaders()));
  }

  /** The caller named by {@code connection_init}, or else by the request itself. */
  Mono<Viewer> signIn(Map<String, @Nullable Object> payload, SocketSignIn signIn) {
    Object header = payload.get("Authorization");
    Mono<Viewer> caller =
        header == null ? principal.mapNotNull(Callers::viewerIn) : signIn.signIn(token(header));
    return caller
        .map(viewer -> viewer.withLanguage(language))
        .switchIfEmpty(Mono.error(Handshake::missing));
  }

  private static String token(Object header) {
    if (header instanceof String text && text.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return text.substring(BEARER.length()).strip();
    }
    throw missing();
  }

  private static Unauthenticated missing() {
    return new Unauthenticated(
        "connection_init needs a payload {\"Authorization\": \"Bearer <token>\"}.");
  }
}
