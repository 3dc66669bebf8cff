package io.outlay.api.graphql.http;

import io.outlay.api.graphql.Answer;
import io.outlay.api.graphql.error.Failures;
import io.outlay.api.graphql.error.ProblemError;
import io.outlay.api.graphql.json.AnswerJson;
import io.outlay.domain.audit.LogContext;
import io.outlay.domain.audit.RequestId;
import io.outlay.domain.error.ErrorCode;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Sends answers with the status the contract gives them. */
public final class Replies {

  private Replies() {}

  static Mono<Void> send(Answer.Single answer, MediaType type, ServerHttpResponse response) {
    return write(response, HttpStatus.OK, type, out -> AnswerJson.write(answer, out));
  }

  static Mono<Void> send(Answer.Refused refused, MediaType type, ServerHttpResponse response) {
    ProblemError first = refused.errors().getFirst();
    Object wait = first.details().get("retryAfterSeconds");
    if (wait != null) {
      response.getHeaders().set(HttpHeaders.RETRY_AFTER, wait.toString());
    }
    return sendErrors(refused.errors(), statusOf(first.code()), type, response);
  }

  /** What was thrown before an operation was known. */
  public static Mono<Void> send(Throwable thrown, String requestId, ServerHttpResponse response) {
    if (thrown instanceof HttpRefusal refusal) {
      if (refusal.allow() != null) {
        response.getHeaders().set(HttpHeaders.ALLOW, refusal.allow());
      }
      List<ProblemError> errors = List.of(ProblemError.of(refusal.problem()));
      return sendErrors(errors, refusal.status(), MediaType.APPLICATION_JSON, response);
    }
    ProblemError error =
        LogContext.telling(
            RequestId.in(Context.empty(), requestId), () -> Failures.toError(thrown, requestId));
    return send(new Answer.Refused(List.of(error)), MediaType.APPLICATION_JSON, response);
  }

  private static Mono<Void> sendErrors(
      List<ProblemError> errors, HttpStatus status, MediaType type, ServerHttpResponse response) {
    if (status == HttpStatus.UNAUTHORIZED) {
      response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return write(response, status, type, out -> AnswerJson.writeRefused(errors, out));
  }

  private static Mono<Void> write(
      ServerHttpResponse response,
      HttpStatus status,
      MediaType type,
      Consumer<OutputStream> content) {
    DataBuffer buffer = response.bufferFactory().allocateBuffer(1024);
    content.accept(buffer.asOutputStream());
    response.setStatusCode(status);
    response.getHeaders().setContentType(type);
    response.getHeaders().setContentLength(buffer.readableByteCount());
    return response.writeWith(Mono.just(buffer));
  }

  private static HttpStatus statusOf(ErrorCode code) {
    return switch (code) {
      case BAD_REQUEST, QUERY_TOO_COMPLEX -> HttpStatus.BAD_REQUEST;
      case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case RATE_LIMITED -> HttpStatus.TOO_MANY_REQUESTS;
      case NOT_FOUND, CONFLICT, CURSOR_EXPIRED, UNAVAILABLE, INTERNAL_ERROR -> HttpStatus.OK;
    };
  }
}
