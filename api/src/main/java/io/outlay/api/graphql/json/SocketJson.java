package io.outlay.api.graphql.json;

import io.outlay.api.graphql.Answer;
import io.outlay.api.graphql.error.ProblemError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Messages a server sends over a graphql-transport-ws socket. */
public final class SocketJson {

  private SocketJson() {}

  /** {@code connection_ack}. */
  public static String ack() {
    return "{\"type\":\"connection_ack\"}";
  }

  /** {@code ping}. */
  public static String ping() {
    return "{\"type\":\"ping\"}";
  }

  /** {@code pong}, giving back what came with the ping. */
  public static String pong(@Nullable Object payload) {
    return message(
        null,
        "pong",
        json -> {
          if (payload != null) {
            json.writeName("payload");
            JsonValues.write(json, payload);
          }
        });
  }

  /** {@code next}. */
  public static String next(String id, Answer.Single answer) {
    return message(
        id,
        "next",
        json -> {
          json.writeName("payload");
          AnswerJson.write(answer, json);
        });
  }

  /** The message that ends an operation with errors. */
  public static String error(String id, List<ProblemError> errors) {
    return message(
        id,
        "error",
        json -> {
          json.writeName("payload");
          JsonValues.write(json, errors);
        });
  }

  /** {@code complete}, which ends the operation. */
  public static String complete(String id) {
    return message(id, "complete", json -> {});
  }

  private static String message(@Nullable String id, String type, Consumer<JsonGenerator> payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    try (JsonGenerator json = AnswerJson.open(out)) {
      json.writeStartObject();
      if (id != null) {
        json.writeStringProperty("id", id);
      }
      json.writeStringProperty("type", type);
      payload.accept(json);
      json.writeEndObject();
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
