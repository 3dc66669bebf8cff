package io.outlay.api.graphql.http;

import io.outlay.api.graphql.Answer;
import io.outlay.api.graphql.AnswersAtHand;
import io.outlay.api.graphql.OperationRequest;
import io.outlay.api.graphql.request.Callers;
import io.outlay.api.graphql.request.CallersAtHand;
import io.outlay.domain.organization.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers what is kept before the chain of security filters and the endpoint have run, which cost
 * more than the answer. Only the usual form of a request is looked at, from a caller who is known;
 * all others take the long way, and so does what is not kept.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after the request has got its id
final class AnswersAtHandFilter implements WebFilter {

  private final RequestBody body;
  private final KnownBodies bodies;
  private final AnswersAtHand answers;
  private final @Nullable CallersAtHand callers;

  AnswersAtHandFilter(
      RequestBody body,
      KnownBodies bodies,
      AnswersAtHand answers,
      ObjectProvider<CallersAtHand> callers) {
    this.body = body;
    this.bodies = bodies;
    this.answers = answers;
    this.callers = callers.getIfAvailable();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Viewer viewer =
        callers != null && isUsual(exchange.getRequest()) ? callers.find(exchange) : null;
    return viewer == null
        ? chain.filter(exchange)
        : body.read(exchange).flatMap(bytes -> answer(bytes, viewer, exchange, chain));
  }

  private Mono<Void> answer(
      byte[] bytes, Viewer viewer, ServerWebExchange exchange, WebFilterChain chain) {
    SentBody sent = new SentBody(bytes);
    OperationRequest operation = bodies.find(sent);
    Answer.Stored answer =
        operation == null ? null : answers.find(operation, Callers.contextOf(viewer, exchange));
    if (answer == null || callers == null) {
      sent.keepIn(exchange);
      return chain.filter(exchange);
    }
    callers.secure(exchange);
    ServerRequestObservationContext.findCurrent(exchange.getAttributes())
        .ifPresent(request -> request.setPathPattern(EndpointMapping.ADDRESS));
    return Replies.send(answer, AnswerFormat.JSON.type(), exchange.getResponse());
  }

  private boolean isUsual(ServerHttpRequest request) {
    HttpHeaders headers = request.getHeaders();
    return HttpMethod.POST.equals(request.getMethod())
        && request.getURI().getRawQuery() == null
        && EndpointMapping.ADDRESS.equals(request.getURI().getRawPath())
        && "application/json".equals(headers.getFirst(HttpHeaders.CONTENT_TYPE))
        && isJson(headers.getFirst(HttpHeaders.ACCEPT))
        && body.isShort(headers.getContentLength());
  }

  private static boolean isJson(@Nullable String accept) {
    return accept == null || accept.equals("*/*") || accept.equals("application/json");
  }
}
