package io.outlay.transport;

import io.outlay.api.graphql.request.CallersAtHand;
import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.Viewer;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Knows some callers by their bearer tokens, and lets everybody else pass unnamed. */
@Component
class TestSignIn implements WebFilter, CallersAtHand {

  /** Header of answers that were at hand. */
  static final String AT_HAND = "X-At-Hand";

  static final Map<String, Viewer> VIEWERS =
      Map.of(
          "one",
          viewer(1, 11, Role.ANALYST, Scope.EVERYTHING),
          "other",
          viewer(2, 22, Role.ANALYST, Scope.EVERYTHING),
          "poor",
          viewer(1, 33, Role.ANALYST, Scope.EVERYTHING),
          "admin",
          viewer(1, 44, Role.ADMIN, Scope.EVERYTHING),
          "limited",
          viewer(1, 55, Role.ANALYST, new Scope(Set.of(7L), null)));

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Viewer viewer = find(exchange.getRequest().getHeaders());
    if (viewer == null) {
      return chain.filter(exchange);
    }
    Principal principal = new TestingAuthenticationToken(viewer, "");
    return chain.filter(exchange.mutate().principal(Mono.just(principal)).build());
  }

  @Override
  public @Nullable Viewer find(ServerWebExchange exchange) {
    return find(exchange.getRequest().getHeaders());
  }

  @Override
  public void secure(ServerWebExchange exchange) {
    exchange.getResponse().getHeaders().set(AT_HAND, "yes");
  }

  private static @Nullable Viewer find(HttpHeaders headers) {
    String header = headers.getFirst(HttpHeaders.AUTHORIZATION);
    return header == null ? null : VIEWERS.get(header.replace("Bearer ", ""));
  }

  private static Viewer viewer(long organization, long token, Role role, Scope scope) {
    return new Viewer(
        new OrganizationId(organization),
        "token:" + token,
        token,
        role,
        scope,
        Language.ENGLISH,
        null);
  }
}
