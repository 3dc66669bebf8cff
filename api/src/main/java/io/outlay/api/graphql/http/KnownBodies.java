package io.outlay.api.graphql.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outlay.api.graphql.Answer;
import io.outlay.api.graphql.OperationRequest;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What bodies asked for whose answers are kept, so that the same body is not read as JSON again.
 * Bodies of other operations are not remembered: mutations may hold secrets.
 */
@Component
final class KnownBodies {

  private static final long BYTES = 8_000_000;
  private static final int BYTES_PER_ENTRY = 600; // an estimate of key and bookkeeping
  private static final int BYTES_PER_CHARACTER = 3; // text once, variables as objects

  private final Cache<ByteBuffer, Known> byDigest =
      Caffeine.newBuilder()
          .maximumWeight(BYTES)
          .weigher((ByteBuffer digest, Known known) -> known.weight())
          .build();

  /** What such a body asks for; null where that is not remembered. */
  @Nullable OperationRequest find(SentBody body) {
    Known known = byDigest.getIfPresent(body.sha256());
    return known == null ? null : known.operation();
  }

  /** Remembers what the exchange's body asked for if its answer is kept. */
  void learn(ServerWebExchange exchange, OperationRequest operation, Answer answer) {
    SentBody body = SentBody.in(exchange);
    if (body != null && answer instanceof Answer.Stored) {
      byDigest.put(body.sha256(), new Known(operation, weight(body)));
    }
  }

  private static int weight(SentBody body) {
    return BYTES_PER_ENTRY + BYTES_PER_CHARACTER * body.bytes().length;
  }

  private record Known(OperationRequest operation, int weight) {}
}
