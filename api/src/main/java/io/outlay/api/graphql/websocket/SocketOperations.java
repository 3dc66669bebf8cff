package io.outlay.api.graphql.websocket;

import io.outlay.api.graphql.Answer;
import io.outlay.api.graphql.OperationRequest;
import io.outlay.api.graphql.Operations;
import io.outlay.api.graphql.RequestContext;
import io.outlay.api.graphql.error.Failures;
import io.outlay.api.graphql.error.ProblemError;
import io.outlay.api.graphql.json.SocketJson;
import io.outlay.api.graphql.request.RequestReader;
import io.outlay.domain.error.Unavailable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.Exceptions;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs one operation of a socket as the messages that tell of it. */
@Component
final class SocketOperations {

  private final RequestReader reader;
  private final Operations operations;
  private final int buffer;

  SocketOperations(RequestReader reader, Operations operations, SocketSettings settings) {
    this.reader = reader;
    this.operations = operations;
    this.buffer = settings.buffer();
  }

  /**
   * {@code next} for each answer, then nothing (the caller adds {@code complete}); or {@code error}
   * as an error of type {@link Ended} that carries it.
   */
  Flux<String> messages(String id, Map<String, @Nullable Object> payload, RequestContext context) {
    return Mono.fromSupplier(() -> reader.read(payload))
        .flatMapMany(request -> answers(request, context))
        .map(answer -> SocketJson.next(id, answer))
        .onErrorMap(failure -> toEnd(id, failure, context));
  }

  private Flux<Answer.Single> answers(OperationRequest request, RequestContext context) {
    return operations
        .answer(request, context)
        .flatMapMany(
            answer ->
                switch (answer) {
                  case Answer.Single single -> Flux.just(single);
                  case Answer.Refused refused -> Flux.error(new Ended("", refused.errors()));
                  case Answer.Stream stream -> bounded(stream);
                });
  }

  /** A subscriber that does not keep up loses its own operation and slows nobody else. */
  private Flux<Answer.Single> bounded(Answer.Stream stream) {
    return stream
        .events()
        .cast(Answer.Single.class)
        .onBackpressureBuffer(buffer, BufferOverflowStrategy.ERROR)
        .onErrorMap(
            Exceptions::isOverflow,
            overflow ->
                new Unavailable(
                    "Events came faster than they were read; this operation was ended. Subscribe"
                        + " again."));
  }

  private static Ended toEnd(String id, Throwable failure, RequestContext context) {
    List<ProblemError> errors =
        failure instanceof Ended ended
            ? ended.errors
            : context.telling(() -> Failures.toErrors(failure, context.requestId()));
    return new Ended(SocketJson.error(id, errors), errors);
  }

  /** An operation that ends with an {@code error} message. */
  static final class Ended extends RuntimeException {

    private final String text;
    private final transient List<ProblemError> errors;

    private Ended(String text, List<ProblemError> errors) {
      super("ended", null, false, false);
      this.text = text;
      this.errors = errors;
    }

    /** The message to send. */
    String text() {
      return text;
    }
  }
}
