package io.outlay.api.graphql;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Times operations as {@code outlay.operation}. Labels are bounded: {@code operation} is the name
 * of a trusted document, {@code other} for all that callers write themselves.
 */
@Component
final class OperationMetrics {

  private static final Logger LOG = LoggerFactory.getLogger(OperationMetrics.class);
  private static final String OTHER = "other";

  private final TrustedDocuments trusted;
  private final MeterRegistry registry;

  OperationMetrics(TrustedDocuments trusted, MeterRegistry registry) {
    this.trusted = trusted;
    this.registry = registry;
  }

  /** The same answer, timed from subscription on. */
  Mono<Answer> timed(OperationRequest request, Mono<Answer> answer) {
    return Mono.defer(
        () -> {
          long began = System.nanoTime();
          return answer.doOnNext(given -> note(request, given, System.nanoTime() - began));
        });
  }

  private void note(OperationRequest request, Answer answer, long nanos) {
    String name = request.trusted() ? trusted.nameOf(request.document()) : OTHER;
    String outcome = outcome(answer);
    Timer.builder("outlay.operation")
        .description("Time until an operation's answer, or until its stream of answers begins")
        .tag("operation", name)
        .tag("outcome", outcome)
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
    LOG.debug("Operation {}: {}", name, outcome);
  }

  private static String outcome(Answer answer) {
    return switch (answer) {
      case Answer.Refused refused -> "refused";
      case Answer.Executed executed -> executed.errors().isEmpty() ? "ok" : "errors";
      case Answer.Stored stored -> "ok";
      case Answer.Stream stream -> "stream";
    };
  }
}
