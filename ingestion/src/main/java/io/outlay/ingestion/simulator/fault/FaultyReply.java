package io.outlay.ingestion.simulator.fault;

import io.outlay.ingestion.simulator.http.Reply;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An answer as it goes out.
 *
 * @param reply what is said
 * @param date the time the platform tells
 * @param dropped whether the connection is cut in the middle of it
 */
public record FaultyReply(Reply reply, Instant date, boolean dropped) {

  /** The whole body in one piece. */
  public static Mono<byte[]> whole(Flux<byte[]> body) {
    return body.reduceWith(
            ByteArrayOutputStream::new,
            (sum, piece) -> {
              sum.writeBytes(piece);
              return sum;
            })
        .map(ByteArrayOutputStream::toByteArray);
  }

  static Flux<byte[]> half(Flux<byte[]> body) {
    return whole(body).map(all -> Arrays.copyOf(all, all.length / 2)).flux();
  }
}
