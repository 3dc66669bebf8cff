package io.outlay.api.security;

import io.outlay.api.graphql.websocket.SocketSignIn;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.organization.postgres.TokenEnds;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signs sockets in by the same tokens as requests, and tells when these end. */
@Component
final class SocketTokens implements SocketSignIn {

  private final Authenticator authenticator;
  private final TokenEnds ends;

  SocketTokens(Authenticator authenticator, TokenEnds ends) {
    this.authenticator = authenticator;
    this.ends = ends;
  }

  @Override
  public Mono<Viewer> signIn(String token) {
    return authenticator.viewer(token);
  }

  @Override
  public Mono<Void> ended(Viewer viewer) {
    return ends.ended(viewer);
  }
}
