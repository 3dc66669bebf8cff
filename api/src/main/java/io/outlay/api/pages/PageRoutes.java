package io.outlay.api.pages;

import static org.springframework.http.MediaType.TEXT_HTML;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.outlay.api.role.ConditionalOnRole;
import io.outlay.api.role.ProcessRole;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Where the pages are found. They hold no data and ask no token; what they show they ask the
 * endpoint for, with the reader's own.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(ProcessRole.API)
class PageRoutes {

  private static final String CONTENT_SECURITY_POLICY =
      // Styles: the editor writes its own. Everything else comes from this server or not at all.
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

  private static final CacheControl UNTIL_RENAMED =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  @Bean
  RouterFunction<ServerResponse> pages() {
    HandlerFunction<ServerResponse> graphiQl = page("static/graphiql/index.html");
    return route()
        .GET("/", page("static/index.html"))
        .GET("/graphiql", graphiQl)
        .GET("/graphiql/", graphiQl)
        // Names of assets hold a hash of their content.
        .resources("/assets/**", file("static/assets/"), (file, headers) -> cached(headers))
        .resource(path("/favicon.svg"), file("static/favicon.svg"))
        .resource(path("/licenses.md"), file("static/licenses.md"))
        .build();
  }

  private static HandlerFunction<ServerResponse> page(String path) {
    Resource file = file(path);
    if (!file.exists()) {
      // Built without Node.
      return request -> ServerResponse.notFound().build();
    }
    return request ->
        ServerResponse.ok()
            .contentType(TEXT_HTML)
            .cacheControl(CacheControl.noCache())
            .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
            .header("X-Content-Type-Options", "nosniff")
            .bodyValue(file);
  }

  private static void cached(HttpHeaders headers) {
    headers.setCacheControl(UNTIL_RENAMED);
  }

  private static Resource file(String path) {
    return new ClassPathResource(path);
  }
}
