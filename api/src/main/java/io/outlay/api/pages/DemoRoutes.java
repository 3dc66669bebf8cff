package io.outlay.api.pages;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Tells GraphiQL the demo tokens, where there are any; every other server answers 404. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(ProcessRole.API)
@Profile("!production")
class DemoRoutes {

  @Bean
  RouterFunction<ServerResponse> demoTokens() {
    return route()
        .GET(
            "/graphiql/demo.json",
            request ->
                ServerResponse.ok()
                    .cacheControl(CacheControl.noStore())
                    .bodyValue(DemoTokens.OF_DEMO_GAMES))
        .build();
  }
}
