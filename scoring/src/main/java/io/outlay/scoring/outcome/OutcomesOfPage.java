package io.outlay.scoring.outcome;

import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskSettings;
import io.outlay.domain.userevent.KnownEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outcomes of a page of users, whose events pass by one user after the other. */
final class OutcomesOfPage {

  private final RiskKind kind;
  private final RiskSettings settings;
  private final Instant knownBy;
  private final List<Sample> samples;
  private final KnownOutcome[] outcomes;
  private @Nullable OneUser current;

  /**
   * @param outcomes where they are put, one a sample
   */
  OutcomesOfPage(
      RiskKind kind,
      RiskSettings settings,
      Instant knownBy,
      List<Sample> samples,
      KnownOutcome[] outcomes) {
    this.kind = kind;
    this.settings = settings;
    this.knownBy = knownBy;
    this.samples = samples;
    this.outcomes = outcomes;
  }

  Instant knownBy() {
    return knownBy;
  }

  void add(KnownEvent event, Map<Long, List<Integer>> places) {
    OneUser user = current;
    if (user == null || user.userId() != event.userId()) {
      end();
      user = begin(event.userId(), places.getOrDefault(event.userId(), List.of()));
      current = user;
    }
    user.outcome().add(event);
  }

  void end() {
    if (current != null) {
      List<Integer> places = current.places();
      for (int i = 0; i < places.size(); i++) {
        outcomes[places.get(i)] = current.outcome().of(i);
      }
      current = null;
    }
  }

  private OneUser begin(long userId, List<Integer> places) {
    List<Instant> times = places.stream().map(place -> samples.get(place).at()).toList();
    return new OneUser(userId, places, UserOutcome.of(kind, settings, times, knownBy));
  }

  private record OneUser(long userId, List<Integer> places, UserOutcome outcome) {}
}
