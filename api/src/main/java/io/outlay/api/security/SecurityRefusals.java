package io.outlay.api.security;

import io.outlay.api.graphql.http.Replies;
import io.outlay.api.graphql.request.Callers;
import io.outlay.domain.error.Forbidden;
import io.outlay.domain.error.Problem;
import io.outlay.domain.error.Unauthenticated;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells every refusal in the form of a GraphQL error, whatever was asked for. */
@Component
class SecurityRefusals implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
    Problem problem =
        failure instanceof SignInFailure refused
            ? refused.problem()
            : new Unauthenticated("Send a token as Authorization: Bearer <token>.");
    return send(exchange, problem);
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
    return send(exchange, new Forbidden("The token's role does not allow this."));
  }

  private static Mono<Void> send(ServerWebExchange exchange, Problem problem) {
    return Replies.send(problem, Callers.requestId(exchange), exchange.getResponse());
  }
}
