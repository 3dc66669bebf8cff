package io.outlay.api.operation;

import io.outlay.api.graphql.request.Callers;
import io.outlay.domain.audit.RequestId;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Names every request before anything else is done, in its answer and in the Reactor context. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter implements WebFilter {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String id = Callers.requestId(exchange);
    return chain.filter(exchange).contextWrite(context -> RequestId.in(context, id));
  }
}
