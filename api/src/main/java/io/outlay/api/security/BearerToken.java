package io.outlay.api.security;

import io.outlay.domain.error.Unauthenticated;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Finds the token of a request: in the Authorization header and nowhere else. */
final class BearerToken {

  private static final String SCHEME = "Bearer ";
  private static final List<String> REFUSED_PARAMETERS =
      List.of("access_token", "token", "authorization");

  private BearerToken() {}

  /**
   * The token; empty where none is shown. Throws {@link Unauthenticated} where it is shown in a way
   * that is refused: in the address, which ends up in logs, twice, or by another scheme.
   */
  static Optional<String> of(ServerHttpRequest request) {
    for (String parameter : REFUSED_PARAMETERS) {
      if (request.getQueryParams().containsKey(parameter)) {
        throw new Unauthenticated(
            "A token in the address is refused, for addresses are kept in logs."
                + " Send it as Authorization: Bearer <token>.");
      }
    }
    List<String> shown = request.getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    String header = shown.getFirst();
    if (shown.size() > 1 || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new Unauthenticated("Send the token once, as Authorization: Bearer <token>.");
    }
    return Optional.of(header.substring(SCHEME.length()).strip());
  }

  /** Where the caller is, for counting failures. */
  static String address(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    return remote == null ? "unknown" : remote.getHostString();
  }
}
