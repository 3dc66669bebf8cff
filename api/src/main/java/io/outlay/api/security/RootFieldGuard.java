package io.outlay.api.security;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.language.OperationDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.outlay.domain.error.Forbidden;
import io.outlay.domain.organization.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks {@link RootFieldAccess} before a root field is fetched; below the root nothing is asked. */
@Component
class RootFieldGuard extends SimplePerformantInstrumentation {

  @Override
  public DataFetcher<?> instrumentDataFetcher(
      DataFetcher<?> fetcher,
      InstrumentationFieldFetchParameters parameters,
      @Nullable InstrumentationState state) {
    boolean isRoot = parameters.getExecutionStepInfo().getPath().getLevel() == 1;
    return !isRoot || isAllowed(parameters.getEnvironment()) ? fetcher : RootFieldGuard::refuse;
  }

  private static boolean isAllowed(DataFetchingEnvironment environment) {
    Viewer viewer = environment.getGraphQlContext().get("viewer");
    String field = environment.getFieldDefinition().getName();
    return viewer != null && RootFieldAccess.allows(viewer.role(), operation(environment), field);
  }

  private static OperationDefinition.Operation operation(DataFetchingEnvironment environment) {
    return environment.getOperationDefinition().getOperation();
  }

  private static Object refuse(DataFetchingEnvironment environment) {
    throw new Forbidden(
        "The token's role does not allow " + environment.getFieldDefinition().getName() + ".");
  }
}
