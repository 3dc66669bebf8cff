package io.outlay.api.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunction;

class PageRoutesTests {

  private static final RouterFunction<?> PAGES = new PageRoutes().pages();
  private static final RouterFunction<?> DEMO = new DemoRoutes().demoTokens();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/graphiql", "/graphiql/"})
  void servesPagesThatMayAskThisServerOnly(String path) {
    EntityExchangeResult<String> page = get(PAGES, path);
    HttpHeaders headers = page.getResponseHeaders();
    assertThat(page.getStatus()).isEqualTo(HttpStatus.OK);
    assertThat(headers.getContentType()).matches(MediaType.TEXT_HTML::isCompatibleWith);
    assertThat(headers.getCacheControl()).isEqualTo("no-cache");
    assertThat(headers.getFirst("Content-Security-Policy")).contains("default-src 'self'");
  }

  @Test
  void letsBrowsersKeepAssetsWhoseNameTellsTheirContent() {
    assumeTrue(
        new ClassPathResource("static/assets").exists(),
        "the pages were not built; install Node.js and npm");
    Matcher asset =
        Pattern.compile("/assets/[^\"]+\\.js").matcher(get(PAGES, "/graphiql").getResponseBody());
    assertThat(asset.find()).isTrue();
    EntityExchangeResult<String> file = get(PAGES, asset.group());
    assertThat(file.getStatus()).isEqualTo(HttpStatus.OK);
    assertThat(get(PAGES, "/favicon.svg").getStatus()).isEqualTo(HttpStatus.OK);
    assertThat(file.getResponseHeaders().getCacheControl()).contains("immutable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/", "/assets/../graphiql/index.html", "/assets/..%2findex.html"})
  void opensNothingButFilesOfTheFolder(String path) {
    assertThat(get(PAGES, path).getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void tellsTokensOnADemoServerOnly() {
    assertThat(get(PAGES, "/graphiql/demo.json").getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(get(DEMO, "/graphiql/demo.json").getResponseBody())
        .contains("\"token\":\"demo-admin\"", "\"partner\":\"demo-partner\"");
  }

  private static EntityExchangeResult<String> get(RouterFunction<?> routes, String path) {
    return WebTestClient.bindToRouterFunction(routes)
        .configureClient()
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
        .build()
        .get()
        .uri(URI.create(path))
        .exchange()
        .expectBody(String.class)
        .returnResult();
  }
}
