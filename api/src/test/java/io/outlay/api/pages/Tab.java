package io.outlay.api.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * A tab that remembers every address it or its workers asked for, and everything that went wrong.
 */
final class Tab {

  private static final String UNTIL =
      """
      (condition => new Promise((done, fail) => {
        const end = Date.now() + 30000;
        const look = () => {
          let seen;
          try { seen = condition(); } catch (notYetThere) { seen = false; }
          if (seen) done(typeof seen === 'string' ? seen : true);
          else if (Date.now() > end) fail(new Error('not within 30 s. ' + document.body.innerText));
          else setTimeout(look, 50);
        };
        look();
      }))
      """;

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final Set<String> sessions = ConcurrentHashMap.newKeySet();
  private final DevTools devTools;
  private final String session;
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

  private Tab(DevTools devTools, String session) {
    this.devTools = devTools;
    this.session = session;
    sessions.add(session);
  }

  static Tab attached(DevTools devTools, String session) {
    Tab tab = new Tab(devTools, session);
    devTools.listen(tab::happened);
    for (String domain : List.of("Network", "Page", "Runtime", "Log")) {
      tab.call(domain + ".enable", Map.of());
    }
    // Workers ask for addresses too: each is held until it is watched.
    tab.call(
        "Target.setAutoAttach",
        Map.of("autoAttach", true, "waitForDebuggerOnStart", true, "flatten", true));
    return tab;
  }

  /** Goes to an address and returns when the page has loaded. */
  void go(String address) {
    loaded = new CompletableFuture<>();
    call("Page.navigate", Map.of("url", address));
    loaded.orTimeout(60, TimeUnit.SECONDS).join();
  }

  /**
   * Waits at most 30 seconds for a JavaScript expression to become true; returns a text it gives.
   */
  String await(String expression) {
    return evaluate(UNTIL + "(() => " + expression + ")");
  }

  /** Value of a JavaScript expression as text. */
  String evaluate(String expression) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + "\n" + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value").asString("");
  }

  /** Waits for an element and clicks it. */
  void click(String selector) {
    await("(e => e && (e.click(), true))(document.querySelector(`%s`))".formatted(selector));
  }

  /** Waits for a link, clicks it, and returns when the page it leads to has loaded. */
  void follow(String selector) {
    loaded = new CompletableFuture<>();
    // Clicked later, since a page that is left gives no answers any more.
    await(
        "(e => e && setTimeout(() => e.click()))(document.querySelector(`%s`))"
            .formatted(selector));
    loaded.orTimeout(60, TimeUnit.SECONDS).join();
  }

  /** Types into whatever has the focus. */
  void type(String text) {
    call("Input.insertText", Map.of("text", text));
  }

  /** Addresses asked for so far, of pages, files, workers, queries and sockets. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** Errors the page or the browser has reported so far. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Writes a picture of what can be seen, for people. */
  void picture(Path file) throws IOException {
    String png = call("Page.captureScreenshot", Map.of("format", "png")).path("data").asString();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(png));
  }

  private JsonNode call(String method, Map<String, ?> parameters) {
    return devTools.call(session, method, parameters);
  }

  private void happened(JsonNode event) {
    if (!sessions.contains(event.path("sessionId").asString(session))) {
      return;
    }
    if (event.has("error")) {
      problems.add(event.toString());
    }
    JsonNode details = event.path("params");
    switch (event.path("method").asString()) {
      case "Page.loadEventFired" -> loaded.complete(null);
      case "Network.requestWillBeSent" -> asked(details.path("request").path("url"));
      case "Network.webSocketCreated" -> asked(details.path("url"));
      case "Runtime.exceptionThrown" -> problems.add(details.toString());
      case "Log.entryAdded" -> note(details.path("entry").path("level"), details);
      case "Runtime.consoleAPICalled" -> note(details.path("type"), details);
      case "Target.attachedToTarget" -> {
        asked(details.path("targetInfo").path("url"));
        watch(details.path("sessionId").asString());
      }
      default -> {} // of no interest here
    }
  }

  private void asked(JsonNode address) {
    // An address of the kind `data:` carries its content with it.
    if (!address.asString().startsWith("data:")) {
      requests.add(address.asString());
    }
  }

  private void note(JsonNode level, JsonNode details) {
    if (level.asString().equals("error")) {
      problems.add(details.toString());
    }
  }

  private void watch(String worker) {
    sessions.add(worker);
    devTools.post(worker, "Network.enable", Map.of());
    devTools.post(worker, "Runtime.runIfWaitingForDebugger", Map.of());
  }
}
