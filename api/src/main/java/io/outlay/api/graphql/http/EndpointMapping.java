package io.outlay.api.graphql.http;

import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

/** Puts the endpoint at its address. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(ProcessRole.API)
class EndpointMapping {

  static final String ADDRESS = "/graphql";

  @Bean
  SimpleUrlHandlerMapping graphQlMapping(GraphQlEndpoint endpoint) {
    return new SimpleUrlHandlerMapping(Map.of(ADDRESS, endpoint), Ordered.HIGHEST_PRECEDENCE);
  }
}
