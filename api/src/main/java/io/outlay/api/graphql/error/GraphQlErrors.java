package io.outlay.api.graphql.error;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import io.outlay.domain.error.ErrorCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the engine's own errors into the contract's; its words about Java are taken out. */
public final class GraphQlErrors {

  private static final Logger log = LoggerFactory.getLogger(GraphQlErrors.class);

  private GraphQlErrors() {}

  /** At most {@code most} of the errors, each with its code. */
  public static List<ProblemError> toErrors(List<GraphQLError> errors, int most, String requestId) {
    return errors.stream().limit(most).map(error -> toError(error, requestId)).toList();
  }

  private static ProblemError toError(GraphQLError error, String requestId) {
    if (error instanceof ProblemError problem) {
      return problem;
    }
    ErrorCode code = toCode(error.getErrorType());
    if (code == ErrorCode.INTERNAL_ERROR) {
      log.error("Request {} failed: {}", requestId, error);
      return Failures.internal(requestId).at(path(error), places(error));
    }
    String message = EngineWords.toPlain(String.valueOf(error.getMessage()));
    return new ProblemError(code, message, places(error), error.getPath(), Map.of());
  }

  private static List<Object> path(GraphQLError error) {
    @Nullable List<Object> path = error.getPath();
    return path == null ? List.of() : path;
  }

  private static List<SourceLocation> places(GraphQLError error) {
    @Nullable List<SourceLocation> places = error.getLocations();
    return places == null ? List.of() : places;
  }

  private static ErrorCode toCode(@Nullable ErrorClassification type) {
    if (type == ErrorType.InvalidSyntax
        || type == ErrorType.ValidationError
        || type == ErrorType.OperationNotSupported) {
      return ErrorCode.BAD_REQUEST;
    }
    if (type == ErrorType.ExecutionAborted) {
      return ErrorCode.UNAVAILABLE;
    }
    boolean badFaith = type != null && type.toString().equals("BadFaithIntrospection");
    return badFaith ? ErrorCode.QUERY_TOO_COMPLEX : ErrorCode.INTERNAL_ERROR;
  }
}
