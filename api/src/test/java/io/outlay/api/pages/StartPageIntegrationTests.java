package io.outlay.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StartPageIntegrationTests {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private final CannedServer server = CannedServer.withoutDemo();

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void speaksEnglishAndKoreanAndRemembersTheChoice() throws IOException {
    Tab tab = BROWSER.open();
    tab.go(server.address("/"));
    assertThat(tab.await("document.body.innerText")).contains("Open GraphiQL");
    tab.click("button[data-language=ko]");
    assertThat(tab.await("document.body.innerText"))
        .contains("GraphiQL 열기")
        .doesNotContain("Open GraphiQL");
    tab.go(server.address("/"));
    tab.await("document.documentElement.lang === 'ko'");
    tab.picture(Path.of("target", "pictures", "start.png"));
    assertThat(tab.requests())
        .allSatisfy(address -> assertThat(address).startsWith(server.address("/")));
    assertThat(tab.problems()).isEmpty();
  }

  @Test
  void leadsToGraphiQl() {
    Tab tab = BROWSER.open();
    tab.go(server.address("/"));
    tab.follow("a.action");
    tab.await("location.pathname === '/graphiql' && document.querySelector('.examples')");
  }
}
