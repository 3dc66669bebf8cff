package io.outlay.api.security;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Headers of every response, those that Spring Security gives by default. They are set here so that
 * a response given before its chain of filters has the same.
 */
@Component
final class SecurityHeaders implements ServerHttpHeadersWriter {

  @Override
  public Mono<Void> writeHttpHeaders(ServerWebExchange exchange) {
    return Mono.fromRunnable(() -> write(exchange));
  }

  void write(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("X-XSS-Protection", "0");
    headers.set("Referrer-Policy", "no-referrer");
    if ("https".equals(exchange.getRequest().getURI().getScheme())) { // told by the proxy in front
      headers.set("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
    }
  }
}
