package io.outlay.ingestion.platform.meta;

import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.PlatformCall;
import io.outlay.ingestion.platform.call.PlatformCalls;
import io.outlay.ingestion.platform.reading.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/** Reports that Meta prepares on its side and that are fetched when they are ready. */
final class MetaRuns {

  private static final int BEGINNINGS = 2;
  private static final int LOOKS_FOR_A_NEW_RUN = 4;

  private final PlatformCalls calls;
  private final MetaPages pages;
  private final MetaSettings settings;

  MetaRuns(PlatformCalls calls, MetaPages pages, MetaSettings settings) {
    this.calls = calls;
    this.pages = pages;
    this.settings = settings;
  }

  /** Has a report prepared and fetches it; a run that fails is begun anew. */
  Mono<List<RawPage>> run(
      OpenFetch fetch, String part, String version, String edge, Map<String, String> parameters) {
    return begin(fetch, version, edge, parameters)
        .flatMap(run -> onceFound(whenReady(fetch, run)).then(onceFound(result(fetch, part, run))))
        .retryWhen(
            Retry.max(BEGINNINGS)
                .filter(RunFailed.class::isInstance)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure()))
        .onErrorMap(
            RunFailed.class,
            e -> new PlatformFailure.Unavailable(String.valueOf(e.getMessage()), e));
  }

  /** A run that was just begun is not found everywhere at once. */
  private <T> Mono<T> onceFound(Mono<T> asked) {
    return asked
        .retryWhen(
            Retry.backoff(LOOKS_FOR_A_NEW_RUN, settings.firstLook())
                .filter(PlatformFailure.AccountNotFound.class::isInstance)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure()))
        .onErrorMap(
            PlatformFailure.AccountNotFound.class,
            e -> new RunFailed("Meta does not find the report it has begun."));
  }

  private Mono<String> begin(
      OpenFetch fetch, String version, String edge, Map<String, String> parameters) {
    return calls.call(
        fetch,
        PlatformCall.form(
            "begin of a report", edge, MetaAsk.proven(parameters, fetch.connection().credential())),
        answer -> version + "/" + Fields.requiredText(Answers.json(answer), "report_run_id"));
  }

  private Mono<List<RawPage>> result(OpenFetch fetch, String part, String run) {
    return Mono.defer(() -> pages.all(fetch, part, run + "/insights", Map.of()));
  }

  private Mono<Void> whenReady(OpenFetch fetch, String run) {
    return look(fetch, run)
        .flatMap(isReady -> isReady ? Mono.<Boolean>just(true) : Mono.empty())
        .repeatWhenEmpty(looks -> looks.concatMap(look -> Mono.delay(waitBefore(look))))
        .timeout(settings.patience(), Mono.error(this::tooSlow))
        .then();
  }

  private Duration waitBefore(long look) {
    Duration doubled = settings.firstLook().multipliedBy(1L << Math.min(look, 20));
    return doubled.compareTo(settings.longestLook()) > 0 ? settings.longestLook() : doubled;
  }

  private Mono<Boolean> look(OpenFetch fetch, String run) {
    return calls
        .call(
            fetch,
            PlatformCall.get("state of a report", run)
                .withQuery(MetaAsk.proven(Map.of(), fetch.connection().credential())),
            Answers::json)
        .map(MetaRuns::isReady);
  }

  /** By its word only: runs have been seen at 100 % that were still running. */
  private static boolean isReady(JsonNode state) {
    String status = Fields.requiredText(state, "async_status");
    return switch (status) {
      case "Job Completed" -> true;
      case "Job Failed", "Job Skipped" ->
          throw new RunFailed(
              "Meta's report ended as \"%s\": %s"
                  .formatted(status, state.path("error_message").asString("no reason given")));
      default -> false;
    };
  }

  private PlatformFailure tooSlow() {
    return new PlatformFailure.Unavailable(
        "Meta's report was not ready after " + settings.patience().toMinutes() + " minutes.", null);
  }

  private static final class RunFailed extends RuntimeException {
    RunFailed(String message) {
      super(message);
    }
  }
}
