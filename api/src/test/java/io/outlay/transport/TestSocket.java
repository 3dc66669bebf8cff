package io.outlay.transport;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that speaks the protocol only as far as a test tells it to. */
final class TestSocket implements WebSocket.Listener, AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final boolean reads;

  private TestSocket(int port, @Nullable String protocol, boolean reads, String... headers) {
    this.reads = reads;
    WebSocket.Builder builder = client.newWebSocketBuilder();
    if (protocol != null) {
      builder.subprotocols(protocol);
    }
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    this.socket =
        builder.buildAsync(URI.create("ws://localhost:" + port + "/graphql"), this).join();
  }

  static TestSocket open(TransportServer server, String... headers) {
    return new TestSocket(server.port(), "graphql-transport-ws", true, headers);
  }

  static TestSocket openWith(TransportServer server, @Nullable String protocol) {
    return new TestSocket(server.port(), protocol, true);
  }

  static TestSocket openWithoutReading(TransportServer server) {
    return new TestSocket(server.port(), "graphql-transport-ws", false);
  }

  /** Open and acknowledged. */
  static TestSocket ready(TransportServer server) {
    TestSocket socket = open(server);
    socket.initialise("one");
    return socket;
  }

  TestSocket initialise(String token) {
    init(token);
    if (!next().at("/type").asString().equals("connection_ack")) {
      throw new AssertionError("expected connection_ack");
    }
    return this;
  }

  TestSocket init(String token) {
    return send(
        "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + token + "\"}}");
  }

  TestSocket subscribe(String id, String query) {
    return send(
        "{\"id\":%s,\"type\":\"subscribe\",\"payload\":{\"query\":%s}}"
            .formatted(JSON.writeValueAsString(id), JSON.writeValueAsString(query)));
  }

  TestSocket send(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  TestSocket sendInPieces(String piece, int times) {
    for (int i = 0; i < times; i++) {
      socket.sendText(piece, i == times - 1).join();
    }
    return this;
  }

  TestSocket sendBinary() {
    socket.sendBinary(ByteBuffer.wrap(new byte[] {1, 2}), true).join();
    return this;
  }

  /** The next message, within ten seconds. */
  JsonNode next() {
    try {
      String text = messages.poll(10, TimeUnit.SECONDS);
      if (text == null) {
        throw new AssertionError("no message; closed: " + closed);
      }
      return JSON.readTree(text);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** The next message's type. */
  String nextType() {
    return next().at("/type").asString();
  }

  boolean hasMessage() {
    return !messages.isEmpty();
  }

  /** The code with which the server closed, within ten seconds. */
  int closeCode() {
    return closed.orTimeout(10, TimeUnit.SECONDS).join();
  }

  boolean isClosed() {
    return closed.isDone();
  }

  /** Begins to read after all. */
  void read(long frames) {
    socket.request(frames);
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (reads) {
      opened.request(Long.MAX_VALUE);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      messages.add(partial.toString());
      partial.setLength(0);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
  }
}
