package io.outlay.ingestion.simulator.http;

import java.util.LinkedHashMap;
import java.util.Map;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/**
 * What a simulated platform answers.
 *
 * @param status HTTP status
 * @param headers besides content type and date
 * @param contentType type of the body
 * @param body the body, piece by piece
 */
public record Reply(
    int status, Map<String, String> headers, String contentType, Flux<byte[]> body) {

  private static final String JSON = "application/json; charset=UTF-8";

  /** Copies the headers. */
  public Reply {
    headers = Map.copyOf(headers);
  }

  /** JSON in one piece. */
  public static Reply json(int status, JsonNode body) {
    return new Reply(status, Map.of(), JSON, Flux.just(Json.bytes(body)));
  }

  /** JSON in pieces that together are one text. */
  public static Reply pieces(Flux<byte[]> pieces) {
    return new Reply(200, Map.of(), JSON, pieces);
  }

  /** The same with one more header. */
  public Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, contentType, body);
  }

  /** The same with a body of another type. */
  public Reply as(String otherType, Flux<byte[]> otherBody) {
    return new Reply(status, headers, otherType, otherBody);
  }
}
