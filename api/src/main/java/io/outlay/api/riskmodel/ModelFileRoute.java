package io.outlay.api.riskmodel;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;

import io.outlay.api.file.FileRefusals;
import io.outlay.api.file.SignedIn;
import io.outlay.api.node.NodeType;
import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import io.outlay.api.user.UserAccess;
import io.outlay.domain.error.Forbidden;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.error.Problem;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.ModelFileContent;
import io.outlay.domain.risk.RiskModels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Files of models, to be taken elsewhere: {@code GET /models/<id>/<name>}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(ProcessRole.API)
class ModelFileRoute {

  @Bean
  RouterFunction<ServerResponse> modelFiles(RiskModels models) {
    return RouterFunctions.route(GET("/models/{id}/{name}"), request -> answer(models, request));
  }

  private static Mono<ServerResponse> answer(RiskModels models, ServerRequest request) {
    return SignedIn.viewer(request.exchange())
        .doOnNext(ModelFileRoute::requireReader)
        .flatMap(viewer -> file(models, viewer, request))
        .flatMap(ModelFileRoute::sent)
        .onErrorResume(Problem.class, FileRefusals::refused);
  }

  private static void requireReader(Viewer viewer) {
    if (viewer.role() == Role.PARTNER) {
      throw new Forbidden("The token's role does not allow to fetch models.");
    }
    UserAccess.require(viewer);
  }

  private static Mono<ModelFileContent> file(
      RiskModels models, Viewer viewer, ServerRequest request) {
    return models
        .load(viewer.organization(), NodeType.RISK_MODEL.find("model", request.pathVariable("id")))
        .flatMapIterable(stored -> stored.files())
        .filter(file -> file.name().equals(request.pathVariable("name")))
        .next()
        .switchIfEmpty(Mono.error(() -> new NotFound("There is no such file of a model.")));
  }

  private static Mono<ServerResponse> sent(ModelFileContent file) {
    boolean isJson = file.name().endsWith(".json");
    return ServerResponse.ok()
        .contentType(isJson ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_OCTET_STREAM)
        .headers(
            headers ->
                headers.setContentDisposition(
                    ContentDisposition.attachment().filename(file.name()).build()))
        .bodyValue(file.bytes());
  }
}
