package io.outlay.api.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.outlay.api.graphql.cache.AnswerKey;
import io.outlay.api.graphql.cache.DataState;
import io.outlay.api.graphql.cache.ResponseCache;
import io.outlay.api.graphql.cache.ResponseCache.Made;
import io.outlay.api.graphql.error.Failures;
import io.outlay.api.graphql.error.GraphQlErrors;
import io.outlay.api.graphql.error.ProblemError;
import io.outlay.api.graphql.json.DataBytes;
import io.outlay.api.graphql.limits.Limits;
import io.outlay.api.graphql.limits.PointsJudge;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.Problem;
import io.outlay.domain.error.RateLimited;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers one operation for a caller: from what is kept, or by running it. */
@Service
public class Operations {

  private final Documents documents;
  private final OperationMetrics metrics;
  private final Engine engine;
  private final PointsJudge points;
  private final ResponseCache cache;
  private final @Nullable DataState state;
  private final @Nullable Outage outage;
  private final Limits limits;

  Operations(
      Documents documents,
      OperationMetrics metrics,
      Engine engine,
      PointsJudge points,
      ResponseCache cache,
      ObjectProvider<DataState> state,
      ObjectProvider<Outage> outage,
      Limits limits) {
    this.documents = documents;
    this.metrics = metrics;
    this.engine = engine;
    this.points = points;
    this.cache = cache;
    this.state = state.getIfAvailable();
    this.outage = outage.getIfAvailable();
    this.limits = limits;
  }

  /** The answer; never an error: what goes wrong is an answer too. Cancelling ends the work. */
  public Mono<Answer> answer(OperationRequest request, RequestContext context) {
    Mono<Answer> answer =
        untilOutage(Mono.defer(() -> judgeAndRun(request, context)))
            .onErrorResume(failure -> Mono.just(toAnswer(failure, context)));
    return metrics.timed(request, answer, context).contextWrite(context::writeTo);
  }

  /**
   * A text that differs whenever the answer could: for ETags. Empty for what is not made of
   * versioned data alone, and for what will be refused.
   */
  public Mono<String> tagOf(OperationRequest request, RequestContext context) {
    return Mono.fromSupplier(() -> documents.prepare(request.document(), request.trusted()))
        .filter(document -> document.operation(request.operationName()).isVersioned())
        .flatMap(document -> keyOf(document, request, context))
        .map(AnswerKey::digest);
  }

  /** Refuses what changes something: for requests that must not. */
  public void checkReadsOnly(OperationRequest request) {
    PreparedDocument document = documents.prepare(request.document(), request.trusted());
    if (document.operation(request.operationName()).isMutation()) {
      throw new BadRequest("Mutations are sent by POST.");
    }
  }

  /** Whether a request changes something; false also for one that cannot be understood. */
  public boolean isMutation(OperationRequest request) {
    try {
      return documents
          .prepare(request.document(), request.trusted())
          .operation(request.operationName())
          .isMutation();
    } catch (Refusal | Problem unclear) {
      return false;
    }
  }

  private Mono<Answer> untilOutage(Mono<Answer> work) {
    return outage == null ? work : Mono.firstWithSignal(work, outage.signal());
  }

  private Mono<Answer> judgeAndRun(OperationRequest request, RequestContext context) {
    PreparedDocument document = prepare(request, context);
    OperationPlan plan = document.operation(request.operationName());
    Mono<Answer> fresh = Mono.defer(() -> run(request, context, document, plan));
    return plan.isVersioned()
        ? keyOf(document, request, context)
            .flatMap(key -> kept(key, fresh, context))
            .switchIfEmpty(fresh)
        : fresh;
  }

  /** Refused documents cost a point too: they are work. */
  private PreparedDocument prepare(OperationRequest request, RequestContext context) {
    try {
      return documents.prepare(request.document(), request.trusted());
    } catch (RuntimeException refused) {
      points.spendOne(context.viewer());
      throw refused;
    }
  }

  private Mono<AnswerKey> keyOf(
      PreparedDocument document, OperationRequest request, RequestContext context) {
    if (state == null) {
      return Mono.empty();
    }
    return state
        .of(context.viewer().organization())
        .map(now -> request.keyOf(document, context.viewer(), now));
  }

  private Mono<Answer> kept(AnswerKey key, Mono<Answer> fresh, RequestContext context) {
    DataBytes data = cache.find(key);
    if (data != null) {
      points.spendOne(context.viewer());
      return Mono.just(new Answer.Stored(data, 1));
    }
    Mono<Answer> shared = cache.share(key, fresh.map(Operations::toMade)).map(Operations::unpack);
    if (!cache.isUnderWay(key)) {
      return shared;
    }
    return shared.onErrorResume(RateLimited.class, another -> fresh); // another caller's bucket
  }

  private static Made toMade(Answer answer) {
    return answer instanceof Answer.Executed executed
            && executed.errors().isEmpty()
            && executed.data() != null
        ? new Made(DataBytes.write(executed.data()), answer)
        : new Made(null, answer);
  }

  private static Answer unpack(Made made) {
    DataBytes data = made.data();
    Answer answer = made.answer();
    if (data == null) {
      return Objects.requireNonNull(answer, "an answer holds data or says why not");
    }
    Integer cost = answer instanceof Answer.Executed executed ? executed.points() : null;
    return new Answer.Stored(data, cost == null ? 1 : cost);
  }

  private Mono<Answer> run(
      OperationRequest request,
      RequestContext context,
      PreparedDocument document,
      OperationPlan plan) {
    int cost = points.spend(plan.cost(), request.variables(), context.viewer());
    Mono<ExecutionResult> result = engine.execute(request, document, context);
    return plan.isSubscription()
        ? result.map(started -> toStream(started, context))
        : result.map(done -> toAnswer(done, cost, context));
  }

  private Answer toAnswer(ExecutionResult result, int cost, RequestContext context) {
    List<ProblemError> errors = toErrors(result.getErrors(), context);
    return result.isDataPresent()
        ? new Answer.Executed(result.getData(), errors, cost)
        : new Answer.Refused(errors);
  }

  private Answer toStream(ExecutionResult result, RequestContext context) {
    if (!(result.getData() instanceof Publisher<?> events)) {
      return new Answer.Refused(toErrors(result.getErrors(), context));
    }
    return new Answer.Stream(
        Flux.from(events).cast(ExecutionResult.class).map(event -> toEvent(event, context)));
  }

  private Answer.Executed toEvent(ExecutionResult event, RequestContext context) {
    return new Answer.Executed(event.getData(), toErrors(event.getErrors(), context), null);
  }

  private Answer toAnswer(Throwable failure, RequestContext context) {
    if (failure instanceof Refusal refusal) {
      return new Answer.Refused(toErrors(refusal.errors(), context));
    }
    ProblemError error = context.telling(() -> Failures.toError(failure, context.requestId()));
    return switch (error.code()) {
      case UNAVAILABLE, INTERNAL_ERROR -> new Answer.Executed(null, List.of(error), null);
      default -> new Answer.Refused(List.of(error));
    };
  }

  private List<ProblemError> toErrors(List<GraphQLError> errors, RequestContext context) {
    return errors.isEmpty()
        ? List.of()
        : context.telling(
            () -> GraphQlErrors.toErrors(errors, limits.errors(), context.requestId()));
  }
}
