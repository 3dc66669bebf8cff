package io.outlay.api.spendimport;

import static org.springframework.web.reactive.function.server.RequestPredicates.POST;

import io.outlay.api.file.FileRefusals;
import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import io.outlay.domain.error.ErrorCode;
import io.outlay.domain.error.Problem;
import io.outlay.ingestion.rawinput.UploadTooLargeException;
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
        .onErrorResume(Problem.class, FileRefusals::refused);
  }

  private static Mono<ServerResponse> tooLarge(UploadTooLargeException error) {
    return FileRefusals.refused(
        HttpStatus.CONTENT_TOO_LARGE,
        ErrorCode.BAD_REQUEST,
        "The file is too large; at most " + error.mostBytes() + " bytes are taken.");
  }
}
