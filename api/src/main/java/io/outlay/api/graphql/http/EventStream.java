package io.outlay.api.graphql.http;

import io.outlay.api.graphql.Answer;
import io.outlay.api.graphql.RequestContext;
import io.outlay.api.graphql.Shutdown;
import io.outlay.api.graphql.error.Failures;
import io.outlay.api.graphql.error.ProblemError;
import io.outlay.api.graphql.json.AnswerJson;
import io.outlay.api.graphql.websocket.SocketSettings;
import io.outlay.domain.error.Unavailable;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.Exceptions;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends an answer as server-sent events, one connection per operation (graphql-sse, distinct
 * connections): {@code next} for each answer, also for a refusal, {@code complete} at the end, and
 * a comment now and then so that nothing in between closes a quiet connection.
 */
@Component
final class EventStream {

  private static final byte[] COMPLETE =
      "event: complete\ndata:\n\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] KEEP_ALIVE = ":\n\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NEXT = "event: next\ndata: ".getBytes(StandardCharsets.UTF_8);
  private static final byte[] END = "\n\n".getBytes(StandardCharsets.UTF_8);

  private final SocketSettings settings;
  private final Shutdown shutdown;

  EventStream(SocketSettings settings, Shutdown shutdown) {
    this.settings = settings;
    this.shutdown = shutdown;
  }

  /** Sends until the operation, the caller's sign-in or the server ends. */
  Mono<Void> send(
      Answer answer, RequestContext context, Mono<Void> signInEnds, ServerHttpResponse response) {
    response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
    response.getHeaders().setCacheControl("no-cache");
    response.getHeaders().set("X-Accel-Buffering", "no");
    DataBufferFactory buffers = response.bufferFactory();
    Flux<DataBuffer> events =
        events(answer, context, buffers)
            .takeUntilOther(Mono.firstWithSignal(shutdown.signal(), signInEnds))
            .concatWith(Mono.fromSupplier(() -> buffers.wrap(COMPLETE)));
    return response.writeAndFlushWith(withKeepAlive(events, buffers).map(Mono::just));
  }

  private Flux<DataBuffer> events(
      Answer answer, RequestContext context, DataBufferFactory buffers) {
    return switch (answer) {
      case Answer.Single single -> Flux.just(next(buffers, out -> AnswerJson.write(single, out)));
      case Answer.Refused refused ->
          Flux.just(next(buffers, out -> AnswerJson.writeRefused(refused.errors(), out)));
      case Answer.Stream stream ->
          bounded(stream)
              .map(event -> next(buffers, out -> AnswerJson.write(event, out)))
              .onErrorResume(failure -> Mono.just(failed(failure, context, buffers)));
    };
  }

  private Flux<Answer.Executed> bounded(Answer.Stream stream) {
    return stream
        .events()
        .onBackpressureBuffer(settings.buffer(), BufferOverflowStrategy.ERROR)
        .onErrorMap(
            Exceptions::isOverflow,
            overflow ->
                new Unavailable(
                    "Events came faster than they were read; the stream was ended. Open it"
                        + " again."));
  }

  private static DataBuffer failed(
      Throwable failure, RequestContext context, DataBufferFactory buffers) {
    List<ProblemError> errors =
        context.telling(() -> Failures.toErrors(failure, context.requestId()));
    return next(buffers, out -> AnswerJson.writeRefused(errors, out));
  }

  private Flux<DataBuffer> withKeepAlive(Flux<DataBuffer> events, DataBufferFactory buffers) {
    return events.publish(
        shared ->
            Flux.merge(
                shared,
                Flux.interval(settings.keepAlive())
                    .onBackpressureDrop()
                    .map(tick -> buffers.wrap(KEEP_ALIVE))
                    .takeUntilOther(shared.ignoreElements())));
  }

  private static DataBuffer next(DataBufferFactory buffers, Consumer<OutputStream> content) {
    DataBuffer buffer = buffers.allocateBuffer(512);
    buffer.write(NEXT);
    content.accept(buffer.asOutputStream());
    return buffer.write(END);
  }
}
