package io.outlay.api.graphql.error;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import io.outlay.domain.error.ErrorCode;
import io.outlay.domain.error.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One error as the caller sees it.
 *
 * @param code the contract's code
 * @param message fit to be shown to anyone
 * @param places where in the document; empty for nowhere
 * @param at path into the answer; null when no field failed
 * @param details further members of {@code extensions}; empty for none
 */
public record ProblemError(
    ErrorCode code,
    String message,
    List<SourceLocation> places,
    @Nullable List<Object> at,
    Map<String, Object> details)
    implements GraphQLError {

  /** An error of the request as a whole. */
  public static ProblemError of(Problem problem) {
    return new ProblemError(
        problem.code(), problem.getMessage(), List.of(), null, problem.details());
  }

  /** An error of the request as a whole. */
  public static ProblemError of(ErrorCode code, String message, List<SourceLocation> places) {
    return new ProblemError(code, message, places, null, Map.of());
  }

  /** The same error at a field. */
  ProblemError at(List<Object> path, List<SourceLocation> locations) {
    return new ProblemError(code, message, locations, path, details);
  }

  @Override
  public String getMessage() {
    return message;
  }

  @Override
  public List<SourceLocation> getLocations() {
    return places;
  }

  @Override
  public @Nullable List<Object> getPath() {
    return at;
  }

  @Override
  public ErrorClassification getErrorType() {
    return ErrorClassification.errorClassification(code.name());
  }

  @Override
  public Map<String, Object> getExtensions() {
    return details;
  }
}
