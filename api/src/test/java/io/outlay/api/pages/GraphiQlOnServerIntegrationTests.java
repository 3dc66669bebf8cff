package io.outlay.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.api.Outlay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * GraphiQL as a newcomer finds it: the whole server on its embedded defaults with a smaller demo,
 * and no network.
 */
class GraphiQlOnServerIntegrationTests {

  private static final String ANSWER = "document.querySelector('.result-window').innerText";

  @RegisterExtension static final Browser BROWSER = new Browser();

  private static ConfigurableApplicationContext server;
  private static String address;

  @BeforeAll
  static void startServer() {
    Path home = Path.of("target", "outlay").toAbsolutePath();
    server =
        new SpringApplicationBuilder(Outlay.class)
            .run(
                "--server.port=0",
                "--outlay.home=" + home,
                "--outlay.demo.campaigns=3",
                "--outlay.demo.history=P1M");
    address = "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
  }

  @AfterAll
  static void endServer() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void answersTheFirstExampleByOneClick() throws IOException {
    Tab tab = BROWSER.open();
    tab.go(address + "/graphiql");
    tab.await("document.querySelector('.graphiql-editor-tool').innerText.includes('demo-admin')");
    tab.click("button.graphiql-execute-button");
    tab.await(ANSWER + ".includes('currencyCode')");
    tab.picture(Path.of("target", "pictures", "graphiql-on-server.png"));
    assertThat(tab.evaluate(ANSWER)).doesNotContain("errors");
    assertThat(tab.requests()).allSatisfy(asked -> assertThat(asked).startsWith(address + "/"));
    assertThat(tab.problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examplesThatAnswerAtOnce")
  void answersEachExampleToItsKindOfUser(Example example) throws Exception {
    JsonNode answer = example.sentTo(address + "/graphql");
    assertThat(answer.path("errors")).isEmpty();
    assertThat(answer.path("data").isObject()).isTrue();
    // This server has no model of users yet, and the one example that needs one says so.
    String expected = example.name().equals("ScoreAllUsers") ? "NOT_FOUND" : "nothing";
    assertThat(answer.findValues("userErrors"))
        .allSatisfy(
            errors ->
                assertThat(errors)
                    .allMatch(error -> error.path("code").asString().equals(expected)));
  }

  static Stream<Example> examplesThatAnswerAtOnce() throws IOException {
    return Example.all().filter(example -> !example.isSubscription());
  }
}
