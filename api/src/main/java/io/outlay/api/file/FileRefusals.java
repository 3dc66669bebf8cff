package io.outlay.api.file;

import io.outlay.domain.error.ErrorCode;
import io.outlay.domain.error.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Refusals of files, in the form of GraphQL's errors and with HTTP's statuses. */
public final class FileRefusals {

  private FileRefusals() {}

  /** The answer to a request that fails by a problem. */
  public static Mono<ServerResponse> refused(Problem problem) {
    HttpStatus status =
        switch (problem.code()) {
          case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
          case FORBIDDEN -> HttpStatus.FORBIDDEN;
          case NOT_FOUND -> HttpStatus.NOT_FOUND;
          case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
          default -> HttpStatus.BAD_REQUEST;
        };
    return refused(status, problem.code(), problem.getMessage());
  }

  /** An answer with a status of its own. */
  public static Mono<ServerResponse> refused(HttpStatus status, ErrorCode code, String message) {
    Map<String, Object> error =
        Map.of("message", message, "extensions", Map.of("code", code.name()));
    return ServerResponse.status(status).bodyValue(Map.of("errors", List.of(error)));
  }
}
