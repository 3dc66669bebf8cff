package io.outlay.api.graphql.websocket;

import io.outlay.domain.organization.Viewer;
import reactor.core.publisher.Mono;

/** Who is behind a token shown on a socket, and until when. */
public interface SocketSignIn {

  /**
   * The caller with that token.
   *
   * @param token without the word {@code Bearer}
   * @return an {@link io.outlay.domain.error.Unauthenticated} error for one that is not valid
   */
  Mono<Viewer> signIn(String token);

  /** Completes when the caller's token has expired or was revoked; never where it lasts. */
  Mono<Void> ended(Viewer viewer);
}
