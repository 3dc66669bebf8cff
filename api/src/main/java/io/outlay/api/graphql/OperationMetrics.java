package io.outlay.api.graphql;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.outlay.domain.audit.LogContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

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
  private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

  OperationMetrics(TrustedDocuments trusted, MeterRegistry registry) {
    this.trusted = trusted;
    this.registry = registry;
  }

  /** The same answer, timed from subscription on. */
  Mono<Answer> timed(OperationRequest request, Mono<Answer> answer, RequestContext context) {
    return Mono.defer(
        () -> {
          long began = System.nanoTime();
          return answer.doOnNext(given -> note(request, given, context, System.nanoTime() - began));
        });
  }

  /** Counts an answer that took so long. */
  void note(OperationRequest request, Answer answer, RequestContext context, long nanos) {
    String name = request.trusted() ? trusted.nameOf(request.document()) : OTHER;
    Labels labels = new Labels(name, outcome(answer));
    timers.computeIfAbsent(labels, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    if (LOG.isDebugEnabled()) {
      LogContext.telling(
          context.writeTo(Context.empty()),
          () -> LOG.debug("Operation {}: {}", labels.operation(), labels.outcome()));
    }
  }

  private Timer timer(Labels labels) {
    return Timer.builder("outlay.operation")
        .description("Time until an operation's answer, or until its stream of answers begins")
        .tag("operation", labels.operation())
        .tag("outcome", labels.outcome())
        .register(registry);
  }

  private static String outcome(Answer answer) {
    return switch (answer) {
      case Answer.Refused refused -> "refused";
      case Answer.Executed executed -> executed.errors().isEmpty() ? "ok" : "errors";
      case Answer.Stored stored -> "ok";
      case Answer.Stream stream -> "stream";
    };
  }

  private record Labels(String operation, String outcome) {}
}
