package io.outlay.api.graphql.error;

import graphql.GraphQLException;
import graphql.execution.OneOfNullValueException;
import graphql.execution.OneOfTooManyKeysException;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.ErrorCode;
import io.outlay.domain.error.Forbidden;
import io.outlay.domain.error.Problem;
import io.outlay.domain.error.Unauthenticated;
import io.outlay.domain.error.Unavailable;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import reactor.core.Exceptions;

/** Sorts whatever was thrown into the contract's codes; what nobody foresaw is logged, not told. */
public final class Failures {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  private static final int DEEPEST_CAUSE = 8;
  private static final int MOST_OF_A_STREAM = 10;

  private Failures() {}

  /** The error a caller sees; the log keeps what is hidden from it, under the request's id. */
  public static ProblemError toError(Throwable thrown, String requestId) {
    Problem problem = findProblem(thrown);
    if (problem == null) {
      log.error("Request {} failed", requestId, thrown);
      return internal(requestId);
    }
    if (problem.code() == ErrorCode.UNAVAILABLE) {
      log.warn("Request {}: {}", requestId, problem.getMessage(), problem.getCause());
    }
    return ProblemError.of(problem);
  }

  /** The same for a subscription, whose stream may have failed with errors already sorted. */
  public static List<ProblemError> toErrors(Throwable thrown, String requestId) {
    if (thrown instanceof SubscriptionPublisherException sorted) {
      return GraphQlErrors.toErrors(sorted.getErrors(), MOST_OF_A_STREAM, requestId);
    }
    return List.of(toError(thrown, requestId));
  }

  /** What is said of a failure of Outlay's own. */
  public static ProblemError internal(String requestId) {
    return new ProblemError(
        ErrorCode.INTERNAL_ERROR,
        "Outlay failed to answer. Its log tells why under request id " + requestId + ".",
        List.of(),
        null,
        Map.of("requestId", requestId));
  }

  private static @Nullable Problem findProblem(Throwable thrown) {
    @Nullable Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      Problem problem = toProblem(Exceptions.unwrap(cause));
      if (problem != null) {
        return problem;
      }
      cause = isWrapper(cause) ? cause.getCause() : null;
    }
    return null;
  }

  private static boolean isWrapper(Throwable thrown) {
    return thrown instanceof CompletionException
        || thrown instanceof ExecutionException
        || Exceptions.isRetryExhausted(thrown)
        || thrown instanceof IllegalStateException;
  }

  private static @Nullable Problem toProblem(Throwable thrown) {
    return switch (thrown) {
      case Problem problem -> problem;
      case OneOfNullValueException empty -> toBadRequest(empty);
      case OneOfTooManyKeysException many -> toBadRequest(many);
      case BindException binding -> toBadRequest(binding);
      case AccessDeniedException denied ->
          new Forbidden("The token's role does not allow this. Ask an admin for another one.");
      case AuthenticationException unknown ->
          new Unauthenticated("The token is missing or not valid.");
      case TimeoutException late -> tooSlow(late);
      case R2dbcException failed -> toProblem(failed);
      case IOException lost -> new Unavailable(AWAY, lost);
      default -> null;
    };
  }

  private static final String AWAY =
      "A service Outlay depends on is not reachable now. Retry later.";

  private static @Nullable Problem toProblem(R2dbcException failed) {
    String state = String.valueOf(failed.getSqlState());
    boolean gaveUp = failed instanceof R2dbcTimeoutException && failed.getSqlState() == null;
    if (gaveUp || state.equals("57014")) {
      return tooSlow(failed);
    }
    boolean away =
        failed instanceof R2dbcTransientException
            || state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57P")
            || state.equals("null");
    return away ? new Unavailable(AWAY, failed) : null;
  }

  private static Unavailable tooSlow(Throwable cause) {
    return new Unavailable(
        "The answer took too long and was given up. Ask for less, or retry later.", cause);
  }

  private static BadRequest toBadRequest(GraphQLException engines) {
    return new BadRequest(EngineWords.toPlain(String.valueOf(engines.getMessage())));
  }

  private static BadRequest toBadRequest(BindException binding) {
    FieldError wrong = binding.getFieldError();
    if (wrong == null) {
      return new BadRequest("An argument does not fit its type.");
    }
    return BadRequest.of(wrong.getField(), wrong.getRejectedValue(), "a value of its type");
  }
}
