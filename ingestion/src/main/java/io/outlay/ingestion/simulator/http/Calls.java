package io.outlay.ingestion.simulator.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Reads requests off the wire. */
public final class Calls {

  private static final int LARGEST_BODY = 1 << 20;

  private Calls() {}

  /**
   * A request whose path begins with the name of {@code host}. Fails with {@link
   * IllegalArgumentException} where the body is larger than a megabyte.
   */
  public static Mono<Call> read(
      HttpServerRequest request, SimulatedHost host, String baseUrl, Instant now) {
    return body(request)
        .map(
            body -> {
              List<String> path = path(request);
              Map<String, String> headers = headers(request);
              return new Call(
                  request.method().name(),
                  host,
                  baseUrl + "/" + host.hostName(),
                  path.subList(1, path.size()),
                  parameters(request, headers, body),
                  headers,
                  body,
                  now,
                  Set.of());
            });
  }

  /** The parts of a request's path, the host's name first. */
  public static List<String> path(HttpServerRequest request) {
    return Call.split(new QueryStringDecoder(request.uri()).path());
  }

  private static Map<String, String> headers(HttpServerRequest request) {
    Map<String, String> headers = new HashMap<>();
    request
        .requestHeaders()
        .forEach(
            header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
    return headers;
  }

  private static Map<String, String> parameters(
      HttpServerRequest request, Map<String, String> headers, String body) {
    String uri = request.uri();
    int mark = uri.indexOf('?');
    Map<String, String> parameters = new HashMap<>();
    parameters.putAll(Forms.parse(mark < 0 ? "" : uri.substring(mark + 1)));
    if (headers.getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded")) {
      parameters.putAll(Forms.parse(body));
    }
    return parameters;
  }

  private static Mono<String> body(HttpServerRequest request) {
    return request
        .receive()
        .asByteArray()
        .reduceWith(ByteArrayOutputStream::new, Calls::append)
        .map(bytes -> bytes.toString(StandardCharsets.UTF_8));
  }

  private static ByteArrayOutputStream append(ByteArrayOutputStream body, byte[] piece) {
    if (body.size() + piece.length > LARGEST_BODY) {
      throw new IllegalArgumentException("the body is larger than " + LARGEST_BODY + " octets");
    }
    body.writeBytes(piece);
    return body;
  }
}
