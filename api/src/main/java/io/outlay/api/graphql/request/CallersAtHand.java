package io.outlay.api.graphql.request;

import io.outlay.domain.organization.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** Callers that are known without asking anybody, and what every answer to them says. */
public interface CallersAtHand {

  /** The caller; null where sign-in has to ask, or has to refuse. */
  @Nullable Viewer find(ServerWebExchange exchange);

  /** Sets the headers that the chain of security filters gives every response. */
  void secure(ServerWebExchange exchange);
}
