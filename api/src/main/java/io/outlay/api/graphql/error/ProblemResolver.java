package io.outlay.api.graphql.error;

import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.graphql.RequestContext;
import java.util.List;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers a field's failure with the contract's error at that field. */
@Component
class ProblemResolver implements DataFetcherExceptionResolver {

  @Override
  public Mono<List<GraphQLError>> resolveException(
      Throwable thrown, DataFetchingEnvironment environment) {
    String requestId = RequestContext.requestIdOf(environment.getGraphQlContext());
    return Mono.fromSupplier(
        () ->
            RequestContext.telling(
                environment.getGraphQlContext(),
                () -> List.of(toError(thrown, requestId, environment))));
  }

  private static GraphQLError toError(
      Throwable thrown, String requestId, DataFetchingEnvironment environment) {
    List<Object> path = environment.getExecutionStepInfo().getPath().toList();
    SourceLocation place = environment.getField().getSourceLocation();
    return Failures.toError(thrown, requestId).at(path, place == null ? List.of() : List.of(place));
  }
}
