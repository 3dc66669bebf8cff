package io.outlay.api.graphql.http;

import io.outlay.api.graphql.limits.Limits;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads a body that says it is JSON and is not too long. */
@Component
final class RequestBody {

  private final int usual;
  private final int most;

  RequestBody(Limits limits) {
    this.usual = Math.toIntExact(limits.body().toBytes());
    this.most = Math.max(usual, Math.toIntExact(limits.mutationBody().toBytes()));
  }

  /** Whether a body's length is told, and is not too long for whatever is asked. */
  boolean isShort(long contentLength) {
    return contentLength >= 0 && contentLength <= usual;
  }

  /** Refuses a body that only a mutation may have. */
  void checkUsual(byte[] body) {
    if (body.length > usual) {
      throw tooLarge(usual);
    }
  }

  /** The bytes, read here or before, or an {@link HttpRefusal}. */
  Mono<byte[]> read(ServerWebExchange exchange) {
    SentBody sent = SentBody.in(exchange);
    return sent == null ? read(exchange.getRequest()) : Mono.just(sent.bytes());
  }

  private Mono<byte[]> read(ServerHttpRequest request) {
    checkType(request);
    if (request.getHeaders().getContentLength() > most) {
      return Mono.error(tooLarge(most));
    }
    return DataBufferUtils.join(request.getBody(), most)
        .map(RequestBody::take)
        .onErrorMap(DataBufferLimitException.class, tooLong -> tooLarge(most))
        .defaultIfEmpty(new byte[0]);
  }

  private static byte[] take(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static void checkType(ServerHttpRequest request) {
    String type = request.getHeaders().getFirst("Content-Type");
    if (!"application/json".equals(type) && !isJson(type)) {
      throw HttpRefusal.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json, in UTF-8.");
    }
  }

  private static boolean isJson(@Nullable String header) {
    try {
      MediaType type = MediaType.parseMediaType(header == null ? "" : header);
      String charset = type.getParameter("charset");
      return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
          && (charset == null || charset.replace("\"", "").equalsIgnoreCase("utf-8"));
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }

  private static HttpRefusal tooLarge(int allowed) {
    return HttpRefusal.of(
        HttpStatus.CONTENT_TOO_LARGE, "The body is longer than the " + allowed + " bytes allowed.");
  }
}
