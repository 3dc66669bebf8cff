package io.outlay.api.graphql.error;

import graphql.GraphQLError;
import io.outlay.api.graphql.RequestContext;
import io.outlay.domain.audit.LogContext;
import java.util.List;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends a failed subscription with the contract's error. */
@Component
class StreamProblemResolver implements SubscriptionExceptionResolver {

  @Override
  public Mono<List<GraphQLError>> resolveException(Throwable thrown) {
    return Mono.deferContextual(
        context ->
            Mono.just(
                LogContext.telling(
                    context,
                    () -> List.of(Failures.toError(thrown, RequestContext.requestIdOf(context))))));
  }
}
