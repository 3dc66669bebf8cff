package io.outlay.scoring.batch;

import io.outlay.domain.error.Unavailable;
import io.outlay.domain.risk.PredictionLog;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userscore.KeptScore;
import io.outlay.domain.userscore.ScorePortion;
import io.outlay.domain.userscore.ScorePortions;
import io.outlay.scoring.serving.Parts;
import io.outlay.scoring.serving.RiskScore;
import io.outlay.scoring.serving.RiskScores;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Scores the portions that fall to this process, until it is closed. A portion that is done already
 * is passed over; one that cannot be scored is marked so after some tries, and ends its job.
 */
public final class PortionWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PortionWorker.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
  private static final int TRIES = 4;

  private final PortionTopic topic;
  private final ScorePortions portions;
  private final RiskScores scores;
  private final PredictionLog log;
  private final BatchSettings settings;
  private final Disposable.Swap running = Disposables.swap();

  /** Starts nothing yet. */
  public PortionWorker(
      PortionTopic topic,
      ScorePortions portions,
      RiskScores scores,
      PredictionLog log,
      BatchSettings settings) {
    this.topic = topic;
    this.portions = portions;
    this.scores = scores;
    this.log = log;
    this.settings = settings;
  }

  /** Begins to take portions. */
  public void start() {
    running.update(
        Flux.defer(this::work)
            .retryWhen(
                Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                    .maxBackoff(LONGEST_PAUSE)
                    .transientErrors(true)
                    .doBeforeRetry(
                        again ->
                            LOG.warn(
                                "reading portions anew after: {}", again.failure().toString())))
            .subscribe());
  }

  /** Ends at once; portions at work are scored by whoever reads them next. */
  @Override
  public void close() {
    running.dispose();
  }

  private Flux<Void> work() {
    return topic
        .read()
        .concatMap(
            delivery ->
                Flux.fromIterable(delivery.portions())
                    .flatMap(this::score, settings.parallel(), 1)
                    .then(delivery.done()),
            1);
  }

  private Mono<Void> score(PortionRef ref) {
    return Mono.defer(() -> portions.find(ref.organization(), ref.jobId(), ref.number()))
        .retryWhen(untilItAnswers())
        .flatMap(
            portion ->
                Mono.defer(() -> score(portion))
                    .retryWhen(untilItAnswers())
                    .retryWhen(Retry.backoff(TRIES, FIRST_PAUSE))
                    .onErrorResume(error -> giveUp(portion, error)));
  }

  /** What is away comes back; anything else is tried a few times. */
  private static Retry untilItAnswers() {
    return Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
        .maxBackoff(LONGEST_PAUSE)
        .filter(
            error ->
                error instanceof Unavailable
                    || error instanceof R2dbcException
                    || error instanceof TimeoutException);
  }

  private Mono<Void> score(ScorePortion portion) {
    return portions
        .users(portion)
        .flatMap(
            users ->
                Flux.fromIterable(portion.kinds())
                    .concatMap(kind -> score(portion, kind, users))
                    .collectList())
        .flatMap(
            batches -> {
              List<KeptScore> kept =
                  batches.stream()
                      .flatMap(batch -> batch.scores().stream())
                      .map(RiskScore::kept)
                      .toList();
              return Flux.fromIterable(batches)
                  .concatMap(batch -> log.append(batch.predictions()))
                  .then(portions.finish(portion, kept))
                  .then();
            });
  }

  private Mono<RiskScores.Batch> score(ScorePortion portion, RiskKind kind, List<Long> users) {
    return scores.batch(portion.organization(), kind, Set.copyOf(users), Parts.NONE, portion.at());
  }

  private Mono<Void> giveUp(ScorePortion portion, Throwable error) {
    LOG.error("portion {} of job {} failed", portion.number(), portion.jobId(), error);
    return portions
        .fail(portion, "A portion of the users could not be scored; the server's log tells why.")
        .retryWhen(untilItAnswers());
  }
}
