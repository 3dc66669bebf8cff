package io.outlay.api.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.outlay.api.graphql.error.Failures;
import io.outlay.api.graphql.error.GraphQlErrors;
import io.outlay.api.graphql.error.ProblemError;
import io.outlay.api.graphql.limits.Limits;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs one operation for a caller; all transports come through here. */
@Service
public class Operations {

  private final Documents documents;
  private final ExecutionGraphQlService engine;
  private final Limits limits;

  Operations(Documents documents, ExecutionGraphQlService engine, Limits limits) {
    this.documents = documents;
    this.engine = engine;
    this.limits = limits;
  }

  /** The answer; never an error: what goes wrong is an answer too. Cancelling ends the work. */
  public Mono<Answer> answer(OperationRequest request, RequestContext context) {
    return Mono.defer(() -> judgeAndRun(request, context))
        .onErrorResume(failure -> Mono.just(toAnswer(failure, context)));
  }

  private Mono<Answer> judgeAndRun(OperationRequest request, RequestContext context) {
    PreparedDocument document = documents.prepare(request.document(), request.trusted());
    OperationPlan plan = document.operation(request.operationName());
    Mono<ExecutionResult> result = execute(request, document, context);
    return plan.isSubscription()
        ? result.map(started -> toStream(started, context))
        : result.map(done -> toAnswer(done, context));
  }

  private Mono<ExecutionResult> execute(
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
    return engine
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

  private Answer toAnswer(ExecutionResult result, RequestContext context) {
    List<ProblemError> errors = toErrors(result.getErrors(), context);
    return result.isDataPresent()
        ? Answer.Executed.of(result, errors, 1)
        : new Answer.Refused(errors);
  }

  private Answer toStream(ExecutionResult result, RequestContext context) {
    if (!(result.getData() instanceof Publisher<?> events)) {
      return new Answer.Refused(toErrors(result.getErrors(), context));
    }
    return new Answer.Stream(
        Flux.from(events).cast(ExecutionResult.class).map(event -> toEvent(event, context)));
  }

  private Answer.Executed toEvent(ExecutionResult event, RequestContext context) {
    return Answer.Executed.of(event, toErrors(event.getErrors(), context), null);
  }

  private Answer toAnswer(Throwable failure, RequestContext context) {
    if (failure instanceof Refusal refusal) {
      return new Answer.Refused(toErrors(refusal.errors(), context));
    }
    ProblemError error = Failures.toError(failure, context.requestId());
    return switch (error.code()) {
      case UNAVAILABLE, INTERNAL_ERROR -> new Answer.Executed(null, List.of(error), null);
      default -> new Answer.Refused(List.of(error));
    };
  }

  private List<ProblemError> toErrors(List<GraphQLError> errors, RequestContext context) {
    return GraphQlErrors.toErrors(errors, limits.errors(), context.requestId());
  }
}
