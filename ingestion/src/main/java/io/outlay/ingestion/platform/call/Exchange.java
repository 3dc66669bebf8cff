package io.outlay.ingestion.platform.call;

import io.outlay.ingestion.platform.PlatformFailure;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;

/** One request and its whole answer, bounded in time and size. */
final class Exchange {

  private final WebClient client;
  private final CallSettings settings;

  Exchange(WebClient client, CallSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /** The answer, whatever it says. Errors with {@link CallFailed} only. */
  Mono<PlatformAnswer> send(PlatformCall call, String token, GuardedTry guarded) {
    return Mono.fromRunnable(guarded::sent)
        .then(Mono.defer(() -> request(call, token).exchangeToMono(head -> whole(head, guarded))))
        .timeout(settings.timeout())
        .onErrorMap(error -> !(error instanceof CallFailed), error -> failed(call, error));
  }

  private WebClient.RequestHeadersSpec<?> request(PlatformCall call, String token) {
    WebClient.RequestBodySpec request =
        client
            .method(call.method())
            .uri(URI.create(call.addressAndQuery()))
            .headers(headers -> call.headers().forEach(headers::set));
    if (!token.isEmpty()) {
      request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
    return call.bodyType() == null
        ? request
        : request.contentType(call.bodyType()).bodyValue(call.body());
  }

  private Mono<PlatformAnswer> whole(ClientResponse response, GuardedTry guarded) {
    guarded.begun();
    return DataBufferUtils.join(response.bodyToFlux(DataBuffer.class), settings.largestAnswer())
        .map(Exchange::bytes)
        .defaultIfEmpty(new byte[0])
        .map(
            body ->
                new PlatformAnswer(
                    response.statusCode().value(), response.headers().asHttpHeaders(), body));
  }

  private static byte[] bytes(DataBuffer buffer) {
    try {
      byte[] bytes = new byte[buffer.readableByteCount()];
      buffer.read(bytes);
      return bytes;
    } finally {
      DataBufferUtils.release(buffer);
    }
  }

  private CallFailed failed(PlatformCall call, Throwable error) {
    if (error instanceof DataBufferLimitException) {
      return CallFailed.stop(
          new PlatformFailure.TooMuchData(
              "The answer to \"%s\" has more than %d bytes."
                  .formatted(call, settings.largestAnswer())));
    }
    String what =
        error instanceof TimeoutException
            ? "no answer within " + settings.timeout().toSeconds() + " s"
            : "the connection failed";
    return CallFailed.retry(
        new PlatformFailure.Unavailable(
            "The platform could not be asked for \"%s\": %s.".formatted(call, what),
            withoutAddress(error)));
  }

  /** WebClient's errors name the address with its query; what is below them does not. */
  private static Throwable withoutAddress(Throwable error) {
    Throwable cause = error instanceof WebClientException ? error.getCause() : error;
    return cause instanceof IOException || cause instanceof TimeoutException
        ? cause
        : new IOException(error.getClass().getSimpleName());
  }
}
