package io.outlay.scoring.action;

import io.outlay.domain.action.ActionRule;
import io.outlay.domain.action.Decision;
import io.outlay.domain.action.Decisions;
import io.outlay.scoring.outcome.KnownOutcome;
import io.outlay.scoring.outcome.Outcomes;
import io.outlay.scoring.outcome.Sample;
import java.time.InstantSource;
import java.util.List;
import reactor.core.publisher.Mono;

/** Compares those a rule acted on with those it left alone by chance. */
public final class Effects {

  private static final int MOST = 10_000;

  private final Decisions decisions;
  private final Outcomes outcomes;
  private final InstantSource clock;

  /** Uses the given parts. */
  public Effects(Decisions decisions, Outcomes outcomes, InstantSource clock) {
    this.decisions = decisions;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /** The effect over the newest 10,000 decisions of each group. */
  public Mono<Effect> of(ActionRule rule) {
    return group(rule, false).zipWith(group(rule, true), Effect::of);
  }

  private Mono<Effect.Group> group(ActionRule rule, boolean control) {
    return decisions
        .newest(rule.organization(), rule.id(), control, MOST)
        .flatMap(
            found ->
                found.isEmpty()
                    ? Mono.just(new Effect.Group(0, 0, 0))
                    : outcomes
                        .of(
                            rule.organization(),
                            rule.terms().kind(),
                            found.stream().map(Effects::sample).toList(),
                            clock.instant())
                        .map(Effects::counted));
  }

  private static Sample sample(Decision decision) {
    return new Sample(decision.userId(), decision.decidedAt());
  }

  private static Effect.Group counted(List<KnownOutcome> outcomes) {
    long happened = outcomes.stream().filter(KnownOutcome.HAPPENED::equals).count();
    long not = outcomes.stream().filter(KnownOutcome.DID_NOT_HAPPEN::equals).count();
    return new Effect.Group(outcomes.size(), happened + not, happened);
  }
}
