package io.outlay.api.pages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A connection to a browser's DevTools: commands with answers, and events. Safe for threads. */
final class DevTools implements AutoCloseable {

  /** The whole browser; every other session belongs to a tab or a worker. */
  static final String BROWSER = "";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();
  private final AtomicInteger lastId = new AtomicInteger();
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private CompletionStage<?> lastSent = CompletableFuture.completedStage(null);

  private DevTools(URI address) {
    socket =
        http.newWebSocketBuilder()
            .buildAsync(address, new Messages())
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join();
  }

  static DevTools connect(URI address) {
    return new DevTools(address);
  }

  /**
   * Calls for every event of every session and every answer to a posted command, on the
   * connection's own thread: must not wait.
   */
  void listen(Consumer<JsonNode> listener) {
    listeners.add(listener);
  }

  /** Sends a command and waits for its answer; fails where the browser refuses it. */
  JsonNode call(String session, String method, Map<String, ?> parameters) {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    send(command(id, session, method, parameters));
    return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Sends a command without waiting; listeners see its answer. */
  void post(String session, String method, Map<String, ?> parameters) {
    send(command(lastId.incrementAndGet(), session, method, parameters));
  }

  private synchronized void send(Map<String, ?> command) {
    String message = JSON.writeValueAsString(command);
    // A web socket takes one message at a time.
    lastSent = lastSent.thenCompose(before -> socket.sendText(message, true));
  }

  private static Map<String, ?> command(
      int id, String session, String method, Map<String, ?> parameters) {
    return session.equals(BROWSER)
        ? Map.of("id", id, "method", method, "params", parameters)
        : Map.of("id", id, "sessionId", session, "method", method, "params", parameters);
  }

  private void received(JsonNode message) {
    CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt(0));
    if (answer == null) {
      listeners.forEach(listener -> listener.accept(message));
    } else if (message.has("error")) {
      answer.completeExceptionally(new IllegalStateException(message.path("error").toString()));
    } else {
      answer.complete(message.path("result"));
    }
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }

  /** Puts the pieces of messages together. */
  private final class Messages implements WebSocket.Listener {

    private final StringBuilder pieces = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      pieces.append(data);
      if (last) {
        String message = pieces.toString();
        pieces.setLength(0);
        received(JSON.readTree(message));
      }
      from.request(1);
      return null;
    }
  }
}
