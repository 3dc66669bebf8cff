package io.outlay.api.graphql;

import graphql.ExecutionResult;
import io.outlay.api.graphql.limits.Limits;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Hands a prepared document to the GraphQL engine, with its caller, and ends it when time is over.
 */
@Component
final class Engine {

  private final ExecutionGraphQlService service;
  private final Limits limits;

  Engine(ExecutionGraphQlService service, Limits limits) {
    this.service = service;
    this.limits = limits;
  }

  /** The result; a {@link java.util.concurrent.TimeoutException} error when it takes too long. */
  Mono<ExecutionResult> execute(
      OperationRequest request, PreparedDocument document, RequestContext context) {
    Cancellation cancellation = new Cancellation();
    DefaultExecutionGraphQlRequest call = toCall(request, context);
    call.configureExecutionInput(
        (input, builder) ->
            builder
                .graphQLContext(
                    values -> {
                      context.writeTo(values);
                      values.put(Cancellation.class, cancellation);
                      values.put(PreparedDocument.class, document);
                    })
                .build());
    return service
        .execute(call)
        .contextWrite(context::writeTo)
        .map(ExecutionGraphQlResponse::getExecutionResult)
        .doOnCancel(cancellation::cancel)
        .timeout(limits.timeout());
  }

  private static DefaultExecutionGraphQlRequest toCall(
      OperationRequest request, RequestContext context) {
    return new DefaultExecutionGraphQlRequest(
        request.document(),
        request.operationName(),
        request.variables(),
        null,
        context.requestId(),
        context.viewer().language().locale());
  }
}
