package io.outlay.api.security;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.organization.postgres.TokenEnds;
import io.outlay.domain.organization.postgres.TokenSignIn;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.HttpHeaderWriterWebFilter;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;

/** Which addresses are open, and which ask for a token. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(JwtSettings.class)
class SecurityConfiguration {

  /** Pages hold no data; a probe is told one word. */
  private static final String[] OPEN = {
    "/",
    "/graphiql",
    "/graphiql/**",
    "/assets/**",
    "/favicon.svg",
    "/favicon.ico",
    "/licenses.md",
    "/actuator/health/liveness",
    "/actuator/health/readiness"
  };

  @Bean
  SecurityWebFilterChain security(
      ServerHttpSecurity http,
      Authenticator authenticator,
      SecurityRefusals refusals,
      SecurityHeaders headers) {
    return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // no cookie signs anybody in
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
        .headers(ServerHttpSecurity.HeaderSpec::disable) // they are those of the bean
        .addFilterAt(
            new HttpHeaderWriterWebFilter(headers), SecurityWebFiltersOrder.HTTP_HEADERS_WRITER)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .addFilterAt(
            new SignInFilter(authenticator, refusals), SecurityWebFiltersOrder.AUTHENTICATION)
        .authorizeExchange(SecurityConfiguration::authorize)
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .build();
  }

  /** Timing every filter of every request cost more than answering from the cache. */
  @Bean
  SecurityObservationSettings noTimingOfFilters() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  TokenSignIn tokenSignIn(Database database, Notifications notifications, Clock clock) {
    return new TokenSignIn(database, notifications, clock);
  }

  @Bean(destroyMethod = "close")
  TokenEnds tokenEnds(Database database, Notifications notifications, Clock clock) {
    return new TokenEnds(database, notifications, clock);
  }

  private static void authorize(AuthorizeExchangeSpec exchanges) {
    exchanges
        .pathMatchers(HttpMethod.GET, OPEN)
        .permitAll()
        .pathMatchers(HttpMethod.HEAD, OPEN)
        .permitAll()
        .matchers(webSocketHandshake())
        .permitAll()
        .pathMatchers("/actuator/**")
        .hasAnyRole("ADMIN", "MANAGER", "ANALYST")
        .anyExchange()
        .authenticated();
  }

  /** A browser cannot send a header with a handshake: its token comes with connection_init. */
  private static ServerWebExchangeMatcher webSocketHandshake() {
    return exchange -> isHandshake(exchange) ? MatchResult.match() : MatchResult.notMatch();
  }

  private static boolean isHandshake(ServerWebExchange exchange) {
    return exchange.getRequest().getMethod().equals(HttpMethod.GET)
        && exchange.getRequest().getPath().value().equals("/graphql")
        && "websocket"
            .equalsIgnoreCase(exchange.getRequest().getHeaders().getFirst(HttpHeaders.UPGRADE));
  }
}
