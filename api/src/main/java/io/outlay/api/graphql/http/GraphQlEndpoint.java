package io.outlay.api.graphql.http;

import io.outlay.api.graphql.Answer;
import io.outlay.api.graphql.OperationRequest;
import io.outlay.api.graphql.Operations;
import io.outlay.api.graphql.RequestContext;
import io.outlay.api.graphql.request.Callers;
import io.outlay.api.graphql.request.RequestReader;
import io.outlay.domain.error.BadRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;

/** {@code /graphql} over plain HTTP: POST, GET for trusted documents, and events over both. */
@Component
class GraphQlEndpoint implements WebHandler {

  private final RequestBody body;
  private final KnownBodies bodies;
  private final RequestReader reader;
  private final Operations operations;
  private final EventStream events;
  private final SocketUpgrade sockets;

  GraphQlEndpoint(
      RequestBody body,
      KnownBodies bodies,
      RequestReader reader,
      Operations operations,
      EventStream events,
      SocketUpgrade sockets) {
    this.body = body;
    this.bodies = bodies;
    this.reader = reader;
    this.operations = operations;
    this.events = events;
    this.sockets = sockets;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange) {
    String requestId = Callers.requestId(exchange);
    return Mono.defer(() -> answer(exchange))
        .onErrorResume(thrown -> Replies.send(thrown, requestId, exchange.getResponse()));
  }

  private Mono<Void> answer(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    if (SocketUpgrade.isWanted(request)) {
      return sockets.upgrade(exchange);
    }
    checkMethod(request);
    AnswerFormat format = AnswerFormat.preferred(request.getHeaders().getFirst(HttpHeaders.ACCEPT));
    return Callers.contextOf(exchange)
        .flatMap(
            context ->
                read(exchange).flatMap(operation -> answer(operation, format, context, exchange)));
  }

  private Mono<Void> answer(
      OperationRequest operation,
      AnswerFormat format,
      RequestContext context,
      ServerWebExchange exchange) {
    Mono<Void> answered =
        operations
            .answer(operation, context)
            .doOnNext(answer -> bodies.learn(exchange, operation, answer))
            .flatMap(answer -> reply(answer, format, context, exchange));
    if (!HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
      return answered;
    }
    checkReadsOnly(operation);
    return format == AnswerFormat.EVENTS
        ? answered
        : operations
            .tagOf(operation, context)
            .map(tag -> EntityTag.isCurrent(tag, exchange))
            .defaultIfEmpty(false)
            .flatMap(isCurrent -> isCurrent ? Mono.empty() : answered);
  }

  private void checkReadsOnly(OperationRequest operation) {
    try {
      operations.checkReadsOnly(operation);
    } catch (BadRequest mutation) {
      throw HttpRefusal.methodNotAllowed("POST", mutation.getMessage());
    }
  }

  private static void checkMethod(ServerHttpRequest request) {
    boolean get = HttpMethod.GET.equals(request.getMethod());
    if (get && !request.getQueryParams().containsKey("documentId")) {
      throw HttpRefusal.methodNotAllowed(
          "POST", "GET is for trusted documents (documentId); send other operations by POST.");
    }
    if (!get && !HttpMethod.POST.equals(request.getMethod())) {
      throw HttpRefusal.methodNotAllowed("GET, POST", "Send operations by POST.");
    }
  }

  private Mono<OperationRequest> read(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    if (HttpMethod.GET.equals(request.getMethod())) {
      return Mono.just(readQuery(request.getQueryParams()));
    }
    return body.read(exchange).map(this::readBody);
  }

  private OperationRequest readBody(byte[] bytes) {
    OperationRequest operation = reader.read(bytes);
    if (!operations.isMutation(operation)) {
      body.checkUsual(bytes);
    }
    return operation;
  }

  private OperationRequest readQuery(MultiValueMap<String, String> query) {
    query.forEach(
        (name, values) -> {
          if (values.size() > 1) {
            throw new BadRequest(name + " stands twice in the address; give it once.");
          }
        });
    String documentId = query.getFirst("documentId");
    return reader.read(
        documentId == null ? "" : documentId,
        query.getFirst("operationName"),
        query.getFirst("variables"));
  }

  private Mono<Void> reply(
      Answer answer, AnswerFormat format, RequestContext context, ServerWebExchange exchange) {
    ServerHttpResponse response = exchange.getResponse();
    if (format == AnswerFormat.EVENTS) {
      return events.send(answer, context, sockets.signInEnds(context.viewer()), response);
    }
    return switch (answer) {
      case Answer.Single single -> Replies.send(single, format.type(), response);
      case Answer.Refused refused -> Replies.send(refused, format.type(), response);
      case Answer.Stream stream -> Mono.error(GraphQlEndpoint::needsStream);
    };
  }

  private static HttpRefusal needsStream() {
    return HttpRefusal.of(
        HttpStatus.BAD_REQUEST, "Subscriptions need a WebSocket or Accept: text/event-stream.");
  }
}
