package io.outlay.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** GraphiQL in a real browser that can reach nothing but this machine. */
class GraphiQlIntegrationTests {

  private static final String QUERY = "document.querySelector('.graphiql-query-editor').innerText";
  private static final String TOOLS = "document.querySelector('.graphiql-editor-tool').innerText";
  private static final String ANSWER = "document.querySelector('.result-window').innerText";
  private static final String RUN = "button.graphiql-execute-button";

  @RegisterExtension static final Browser BROWSER = new Browser();

  private final CannedServer demo = CannedServer.withDemo();
  private final CannedServer other = CannedServer.withoutDemo();

  @AfterEach
  void closeServers() {
    demo.close();
    other.close();
  }

  @Test
  void answersTheFirstExampleWithTheDemoTokenAndNoNetwork() throws IOException {
    Tab tab = BROWSER.open();
    tab.go(demo.address("/graphiql"));
    tab.await(QUERY + ".includes('ChannelPerformanceByMonth')");
    tab.await(TOOLS + ".includes('demo-admin')");
    tab.click(RUN);
    tab.await(ANSWER + ".includes('canned')");
    tab.picture(Path.of("target", "pictures", "graphiql.png"));
    assertThat(demo.authorizations()).isNotEmpty().containsOnly("Bearer demo-admin");
    assertThat(tab.requests())
        .allSatisfy(address -> assertThat(address).startsWith(demo.address("/")));
    assertThat(tab.problems()).isEmpty();
  }

  @Test
  void marksWhatTheSchemaDoesNotKnowByTheEditorsOwnWorkers() {
    Tab tab = BROWSER.open();
    tab.go(demo.address("/graphiql"));
    // The canned schema has no field `performance`; the worker finds it once it has the schema.
    tab.await("document.querySelector('.graphiql-query-editor .squiggly-error')");
    assertThat(tab.requests())
        .anySatisfy(address -> assertThat(address).contains("/assets/graphql.worker-"))
        .allSatisfy(address -> assertThat(address).startsWith(demo.address("/")));
    assertThat(tab.problems()).isEmpty();
  }

  @Test
  void asksTheSameAgainAfterAReload() {
    Tab tab = BROWSER.open();
    for (int visit = 1; visit <= 2; visit++) {
      tab.go(demo.address("/graphiql"));
      tab.await(TOOLS + ".includes('demo-admin')");
      tab.click(RUN);
      tab.await(ANSWER + ".includes('canned')");
    }
    assertThat(demo.questions())
        .hasSize(2)
        .allSatisfy(
            asked -> {
              assertThat(asked.operationName()).isEqualTo("ChannelPerformanceByMonth");
              assertThat(asked.variables()).containsOnlyKeys("range");
            });
    assertThat(demo.authorizations()).containsOnly("Bearer demo-admin");
  }

  @Test
  void opensAnExampleWithTheTokenOfItsKindOfUser() {
    Tab tab = BROWSER.open();
    tab.go(demo.address("/graphiql"));
    tab.await(TOOLS + ".includes('demo-admin')");
    choose(tab, "Who am I here?");
    tab.await(QUERY + ".includes('WhoAmI')");
    tab.click(RUN);
    tab.await(ANSWER + ".includes('canned')");
    assertThat(demo.authorizations()).endsWith("Bearer demo-partner");
  }

  @Test
  void followsASubscriptionWithTheTokenInItsFirstMessage() {
    Tab tab = BROWSER.open();
    tab.go(demo.address("/graphiql"));
    tab.await(TOOLS + ".includes('demo-admin')");
    choose(tab, "Tell me when numbers change");
    tab.await(QUERY + ".includes('WatchPerformance')");
    tab.click(RUN);
    tab.await(ANSWER + ".includes('canned')");
    assertThat(demo.authorizations()).endsWith("Bearer demo-manager");
    assertThat(tab.requests())
        .anySatisfy(address -> assertThat(address).startsWith("ws://127.0.0.1"));
    assertThat(tab.problems()).isEmpty();
  }

  @Test
  void asksForATokenWhereThereIsNoDemoAndKeepsItNowhere() {
    Tab tab = BROWSER.open();
    tab.go(other.address("/graphiql"));
    tab.await("document.querySelector('.token input') && " + QUERY);
    assertThat(other.authorizations()).isEmpty();
    tab.evaluate("document.querySelector('.token input').focus()");
    tab.type("a-pasted-token");
    tab.click(".token button");
    tab.await(TOOLS + ".includes('a-pasted-token')");
    tab.click(RUN);
    tab.await(ANSWER + ".includes('canned')");
    assertThat(other.authorizations()).isNotEmpty().containsOnly("Bearer a-pasted-token");
    assertThat(tab.evaluate("JSON.stringify({...localStorage})"))
        .contains("ChannelPerformanceByMonth")
        .doesNotContain("a-pasted-token");
  }

  private static void choose(Tab tab, String example) {
    tab.await(
        "[...document.querySelectorAll('.examples button')]"
            + ".filter(b => b.innerText === '%s').map(b => (b.click(), true))[0]"
                .formatted(example));
  }
}
