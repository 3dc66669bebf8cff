package io.outlay.api.security;

import io.outlay.domain.error.Problem;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Signs a caller in by the token of the request; without one it goes on unknown. */
final class SignInFilter extends AuthenticationWebFilter {

  /** A probe is answered also when nobody can sign in. */
  private static final ServerWebExchangeMatcher PROBES =
      ServerWebExchangeMatchers.pathMatchers(
          "/actuator/health/liveness", "/actuator/health/readiness");

  SignInFilter(Authenticator authenticator, SecurityRefusals refusals) {
    super((ReactiveAuthenticationManager) Mono::just);
    setRequiresAuthenticationMatcher(new NegatedServerWebExchangeMatcher(PROBES));
    setServerAuthenticationConverter(exchange -> signIn(authenticator, exchange));
    setSecurityContextRepository(NoOpServerSecurityContextRepository.getInstance());
    setAuthenticationFailureHandler(
        (filtered, failure) -> refusals.commence(filtered.getExchange(), failure));
  }

  private static Mono<Authentication> signIn(
      Authenticator authenticator, ServerWebExchange exchange) {
    return Mono.fromSupplier(() -> BearerToken.of(exchange.getRequest()))
        .flatMap(Mono::justOrEmpty)
        .flatMap(token -> authenticator.viewer(token, BearerToken.address(exchange.getRequest())))
        .map(viewer -> (Authentication) new ViewerAuthentication(viewer))
        .onErrorMap(Problem.class, SignInFailure::new);
  }
}
