package io.outlay.transport;

import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.Viewer;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Knows two callers by their bearer tokens, and lets everybody else pass unnamed. */
@Component
class TestSignIn implements WebFilter {

  static final Map<String, Viewer> VIEWERS =
      Map.of("one", viewer(1, 11), "other", viewer(2, 22), "poor", viewer(1, 33));

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Viewer viewer = find(exchange.getRequest().getHeaders());
    if (viewer == null) {
      return chain.filter(exchange);
    }
    Principal principal = new TestingAuthenticationToken(viewer, "");
    return chain.filter(exchange.mutate().principal(Mono.just(principal)).build());
  }

  private static @Nullable Viewer find(HttpHeaders headers) {
    String header = headers.getFirst(HttpHeaders.AUTHORIZATION);
    return header == null ? null : VIEWERS.get(header.replace("Bearer ", ""));
  }

  private static Viewer viewer(long organization, long token) {
    return new Viewer(
        new OrganizationId(organization),
        "token:" + token,
        token,
        Role.ANALYST,
        Scope.EVERYTHING,
        Language.ENGLISH,
        null);
  }
}
