package io.outlay.api.file;

import io.outlay.domain.error.Unauthenticated;
import io.outlay.domain.organization.Viewer;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who sends or fetches a file. */
public final class SignedIn {

  private SignedIn() {}

  /** The caller by its token; errors with {@link Unauthenticated} where there is none. */
  public static Mono<Viewer> viewer(ServerWebExchange exchange) {
    return exchange
        .getPrincipal()
        .map(SignedIn::viewer)
        .switchIfEmpty(Mono.error(SignedIn::unknown));
  }

  private static Viewer viewer(Object principal) {
    Object found = principal instanceof Authentication signedIn ? signedIn.getPrincipal() : null;
    if (found instanceof Viewer viewer) {
      return viewer;
    }
    throw unknown();
  }

  private static Unauthenticated unknown() {
    return new Unauthenticated("Send Authorization: Bearer <token>.");
  }
}
