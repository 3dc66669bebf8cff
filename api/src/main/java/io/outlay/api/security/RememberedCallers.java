package io.outlay.api.security;

import io.outlay.api.graphql.request.CallersAtHand;
import io.outlay.domain.error.Unauthenticated;
import io.outlay.domain.organization.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Callers whose token was shown before and has neither run out nor been revoked since. */
@Component
final class RememberedCallers implements CallersAtHand {

  private final Authenticator authenticator;
  private final SecurityHeaders headers;

  RememberedCallers(Authenticator authenticator, SecurityHeaders headers) {
    this.authenticator = authenticator;
    this.headers = headers;
  }

  @Override
  public @Nullable Viewer find(ServerWebExchange exchange) {
    try {
      return BearerToken.of(exchange.getRequest()).flatMap(authenticator::remembered).orElse(null);
    } catch (Unauthenticated refused) {
      return null; // the chain of filters meets the same token again and tells what is wrong
    }
  }

  @Override
  public void secure(ServerWebExchange exchange) {
    headers.write(exchange);
  }
}
