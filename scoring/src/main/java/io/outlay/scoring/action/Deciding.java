package io.outlay.scoring.action;

import io.outlay.domain.action.ActionRule;
import io.outlay.domain.action.Decision;
import io.outlay.domain.action.Decisions;
import io.outlay.domain.action.RuleTerms;
import io.outlay.domain.useractivity.Activity;
import io.outlay.domain.useractivity.Attribute;
import io.outlay.domain.useractivity.UserActivities;
import io.outlay.scoring.serving.Explanation;
import io.outlay.scoring.serving.Parts;
import io.outlay.scoring.serving.RiskScore;
import io.outlay.scoring.serving.RiskScores;
import io.outlay.scoring.serving.ScoreAnswer;
import io.outlay.scoring.serving.StableShare;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Decides about all users a rule is due for: by their score of now, not the kept one, explained by
 * all its features. Who belongs to the control group is decided by a hash, the same for ever, and
 * written down like the others.
 */
public final class Deciding {

  private static final int AT_ONCE = 500;
  private static final Parts REASONS = new Parts(true, false, false);

  private final Decisions decisions;
  private final UserActivities activities;
  private final RiskScores scores;
  private final InstantSource clock;

  /** Uses the given parts. */
  public Deciding(
      Decisions decisions, UserActivities activities, RiskScores scores, InstantSource clock) {
    this.decisions = decisions;
    this.activities = activities;
    this.scores = scores;
    this.clock = clock;
  }

  /** Decides, portion by portion; gives the number of decisions. */
  public Mono<Integer> about(ActionRule rule) {
    return portion(rule, 0)
        .expand(
            before ->
                before.users().size() < AT_ONCE
                    ? Mono.empty()
                    : portion(rule, before.users().getLast()))
        .concatMap(portion -> decide(rule, portion.users()), 1)
        .reduce(0, Integer::sum);
  }

  private Mono<Portion> portion(ActionRule rule, long afterUser) {
    return decisions.due(rule, afterUser, clock.instant(), AT_ONCE).map(Portion::new);
  }

  private Mono<Integer> decide(ActionRule rule, List<Long> users) {
    return within(rule, users)
        .filter(wanted -> !wanted.isEmpty())
        .flatMap(wanted -> scores.now(rule.organization(), rule.terms().kind(), wanted, REASONS))
        .map(
            answers ->
                answers.values().stream()
                    .map(answer -> decision(rule, answer))
                    .filter(Objects::nonNull)
                    .toList())
        .filter(decided -> !decided.isEmpty())
        .flatMap(decided -> decisions.store(rule, decided, clock.instant()))
        .defaultIfEmpty(0);
  }

  private Mono<Set<Long>> within(ActionRule rule, List<Long> users) {
    RuleTerms.Segment segment = rule.terms().segment();
    if (users.isEmpty() || segment.isEverybody()) {
      return Mono.just(new TreeSet<>(users));
    }
    return activities
        .of(rule.organization(), users)
        .map(
            known ->
                known.values().stream()
                    .filter(user -> includes(segment, user.activity()))
                    .map(user -> user.userId())
                    .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static boolean includes(RuleTerms.Segment segment, Activity activity) {
    return includes(segment.channels(), activity.attribute(Attribute.CHANNEL))
        && includes(segment.countries(), activity.attribute(Attribute.COUNTRY))
        && includes(segment.platforms(), activity.attribute(Attribute.PLATFORM));
  }

  private static boolean includes(Set<String> wanted, @Nullable String value) {
    return wanted.isEmpty() || (value != null && wanted.contains(value));
  }

  /** Null where the user's score of now does not call for it any more. */
  private static @Nullable Decision decision(ActionRule rule, ScoreAnswer answer) {
    if (!(answer instanceof ScoreAnswer.Scored(RiskScore score))
        || !rule.terms().bands().contains(score.band())) {
      return null;
    }
    Explanation explanation = Objects.requireNonNull(score.explanation(), "reasons were asked for");
    return new Decision(
        0,
        rule.id(),
        score.userId(),
        score.kind(),
        score.band(),
        score.value(),
        score.probability(),
        explanation.baseValue(),
        score.modelId(),
        score.modelNumber(),
        explanation.top(Integer.MAX_VALUE).stream()
            .map(
                reason ->
                    new Decision.Because(
                        reason.feature().name(),
                        Float.isNaN(reason.value()) ? null : (double) reason.value(),
                        reason.contribution()))
            .toList(),
        StableShare.includes(score.userId(), rule.id(), rule.terms().controlShare()),
        score.scoredAt(),
        null,
        Decision.Review.NONE,
        null,
        null,
        null);
  }

  private record Portion(List<Long> users) {}
}
