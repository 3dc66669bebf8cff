package io.outlay.api.graphql.websocket;

import io.outlay.api.graphql.json.StrictJson;
import io.outlay.domain.error.BadRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client may send. */
sealed interface ClientMessage {

  /** Opens the connection within the socket. */
  record Init(Map<String, @Nullable Object> payload) implements ClientMessage {}

  /** Asks for a {@link Pong}. */
  record Ping(@Nullable Object payload) implements ClientMessage {}

  /** Answers a ping, or says by itself that the client lives. */
  record Pong() implements ClientMessage {}

  /** Asks for an operation. */
  record Subscribe(String id, Map<String, @Nullable Object> payload) implements ClientMessage {}

  /** Ends an operation. */
  record Complete(String id) implements ClientMessage {}

  /** The message in a text, or a {@link BadRequest} saying why it is none. */
  static ClientMessage read(String text, StrictJson json) {
    Map<String, @Nullable Object> message = json.readObject(text, "The message");
    return switch (String.valueOf(message.get("type"))) {
      case "connection_init" -> new Init(object(message.get("payload"), "payload"));
      case "ping" -> new Ping(message.get("payload"));
      case "pong" -> new Pong();
      case "subscribe" -> new Subscribe(id(message), operation(message));
      case "complete" -> new Complete(id(message));
      default ->
          throw BadRequest.of(
              "type", message.get("type"), "connection_init, ping, pong, subscribe or complete");
    };
  }

  private static String id(Map<String, @Nullable Object> message) {
    if (message.get("id") instanceof String id && !id.isEmpty()) {
      return id;
    }
    throw BadRequest.of("id", message.get("id"), "a text that is not empty");
  }

  private static Map<String, @Nullable Object> operation(Map<String, @Nullable Object> message) {
    Map<String, @Nullable Object> payload = object(message.get("payload"), "payload");
    if (!(payload.get("query") instanceof String)
        && !(payload.get("documentId") instanceof String)) {
      throw new BadRequest("payload needs a query or a documentId, as text.");
    }
    Object name = payload.get("operationName");
    if (name != null && !(name instanceof String)) {
      throw BadRequest.of("operationName", "no text", "a text");
    }
    object(payload.get("variables"), "variables");
    object(payload.get("extensions"), "extensions");
    return payload;
  }

  @SuppressWarnings("unchecked") // keys of JSON objects are texts
  private static Map<String, @Nullable Object> object(@Nullable Object value, String name) {
    return switch (value) {
      case null -> Map.of();
      case Map<?, ?> object -> (Map<String, @Nullable Object>) object;
      default -> throw new BadRequest(name + " must be a JSON object.");
    };
  }
}
