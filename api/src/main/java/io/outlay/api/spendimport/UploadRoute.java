package io.outlay.api.spendimport;

import static org.springframework.web.reactive.function.server.RequestPredicates.POST;

import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import io.outlay.domain.error.ErrorCode;
import io.outlay.domain.error.Problem;
import io.outlay.ingestion.rawinput.UploadTooLargeException;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The address of uploads, with the contract's statuses and codes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(ProcessRole.API)
class UploadRoute {

  @Bean
  RouterFunction<ServerResponse> uploads(UploadHandler handler) {
    return RouterFunctions.route(POST("/imports"), request -> answer(handler, request));
  }

  private static Mono<ServerResponse> answer(UploadHandler handler, ServerRequest request) {
    return handler
        .keep(request.exchange())
        .flatMap(upload -> ServerResponse.ok().bodyValue(upload))
        .onErrorResume(UploadTooLargeException.class, UploadRoute::tooLarge)
        .onErrorResume(Problem.class, UploadRoute::refused);
  }

  private static Mono<ServerResponse> tooLarge(UploadTooLargeException error) {
    return refused(
        HttpStatus.CONTENT_TOO_LARGE,
        ErrorCode.BAD_REQUEST,
        "The file is too large; at most " + error.mostBytes() + " bytes are taken.");
  }

  private static Mono<ServerResponse> refused(Problem problem) {
    HttpStatus status =
        switch (problem.code()) {
          case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
          case FORBIDDEN -> HttpStatus.FORBIDDEN;
          case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
          default -> HttpStatus.BAD_REQUEST;
        };
    return refused(status, problem.code(), problem.getMessage());
  }

  private static Mono<ServerResponse> refused(HttpStatus status, ErrorCode code, String message) {
    Map<String, Object> error =
        Map.of("message", message, "extensions", Map.of("code", code.name()));
    return ServerResponse.status(status).bodyValue(Map.of("errors", List.of(error)));
  }
}
