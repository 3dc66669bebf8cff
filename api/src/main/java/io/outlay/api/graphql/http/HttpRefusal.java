package io.outlay.api.graphql.http;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request refused for its HTTP form, before it is known what it asks for. */
final class HttpRefusal extends RuntimeException {

  private final HttpStatus status;
  private final transient Problem problem;
  private final @Nullable String allow;

  private HttpRefusal(HttpStatus status, Problem problem, @Nullable String allow) {
    super(problem.getMessage(), null, false, false);
    this.status = status;
    this.problem = problem;
    this.allow = allow;
  }

  static HttpRefusal of(HttpStatus status, String message) {
    return new HttpRefusal(status, new BadRequest(message), null);
  }

  /** 405, with the methods that would do. */
  static HttpRefusal methodNotAllowed(String allow, String message) {
    return new HttpRefusal(HttpStatus.METHOD_NOT_ALLOWED, new BadRequest(message), allow);
  }

  HttpStatus status() {
    return status;
  }

  Problem problem() {
    return problem;
  }

  @Nullable String allow() {
    return allow;
  }
}
