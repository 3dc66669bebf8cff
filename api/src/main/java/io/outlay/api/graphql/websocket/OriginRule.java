package io.outlay.api.graphql.websocket;

import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Which web pages may open sockets: those of this server's own address and those of the settings.
 * Browsers let any page connect, so the server must ask; programs send no origin and may.
 */
@Component
public final class OriginRule {

  private final Set<String> allowed;

  OriginRule(SocketSettings settings) {
    this.allowed = Set.copyOf(settings.origins());
  }

  /** Whether the request may become a socket. */
  public boolean allows(HttpHeaders headers) {
    String origin = headers.getOrigin();
    return origin == null || allowed.contains(origin) || isOwn(origin, headers);
  }

  private static boolean isOwn(String origin, HttpHeaders headers) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(headers.getFirst(HttpHeaders.HOST));
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
