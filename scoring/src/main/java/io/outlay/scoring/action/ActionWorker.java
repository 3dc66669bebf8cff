package io.outlay.scoring.action;

import io.outlay.domain.action.ActionRule;
import io.outlay.domain.action.ActionRules;
import io.outlay.domain.action.Decisions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets rules decide and tells their decisions, every few seconds, until it is closed. Any number of
 * processes may do so: no user is decided about twice, and one process tells at a time.
 */
public final class ActionWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ActionWorker.class);
  private static final int SENT_AT_ONCE = 100;

  private final ActionRules rules;
  private final Deciding deciding;
  private final Decisions decisions;
  private final ActionTopic topic;
  private final Duration pause;
  private final Disposable.Swap running = Disposables.swap();

  /**
   * Starts nothing yet.
   *
   * @param pause between two looks
   */
  public ActionWorker(
      ActionRules rules,
      Deciding deciding,
      Decisions decisions,
      ActionTopic topic,
      Duration pause) {
    this.rules = rules;
    this.deciding = deciding;
    this.decisions = decisions;
    this.topic = topic;
    this.pause = pause;
  }

  /** Begins to look. */
  public void start() {
    running.update(
        Flux.interval(pause)
            .onBackpressureDrop()
            .concatMap(tick -> decide().then(Mono.defer(this::tell)), 1)
            .subscribe());
  }

  /** Ends at once; what was decided and not told is told by the next that looks. */
  @Override
  public void close() {
    running.dispose();
  }

  private Mono<Void> decide() {
    return rules
        .active()
        .collectList()
        .flatMapMany(Flux::fromIterable)
        .concatMap(this::decide, 1)
        .then()
        .onErrorResume(error -> missed("rules cannot be looked at now", error));
  }

  private Mono<Void> decide(ActionRule rule) {
    return deciding
        .about(rule)
        .then()
        .onErrorResume(error -> missed("rule " + rule.id() + " cannot decide now", error));
  }

  private Mono<Void> tell() {
    return decisions
        .send(SENT_AT_ONCE, topic::tell)
        .repeat()
        .takeWhile(sent -> sent == SENT_AT_ONCE)
        .then()
        .onErrorResume(error -> missed("decisions cannot be told now", error));
  }

  /** The next look makes up for it. */
  private static Mono<Void> missed(String what, Throwable error) {
    LOG.warn("{}: {}", what, error.toString());
    return Mono.empty();
  }
}
