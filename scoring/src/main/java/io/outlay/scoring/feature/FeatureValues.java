package io.outlay.scoring.feature;

import io.outlay.domain.useractivity.UserActivity;
import io.outlay.domain.useractivity.UserActivity.ImportedValue;
import io.outlay.domain.useractivity.WindowCounts;
import io.outlay.scoring.feature.Computation.Imported;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Features of users from what is kept of them. Made for one batch of users and one thread: the
 * counts over windows are used again for each.
 */
public final class FeatureValues {

  private final FeatureSet features;
  private final Formula[] formulas;
  private final WindowCounts counts;
  private final Instant at;
  private final boolean eventsAreLate;

  /**
   * Ready for any number of users.
   *
   * @param features what to compute, in this order
   * @param at the time the values are for
   * @param eventsAreLate whether events arrive too late for anything to be trusted that is made of
   *     them
   */
  public FeatureValues(FeatureSet features, Instant at, boolean eventsAreLate) {
    this.features = features;
    this.formulas =
        features.definitions().stream()
            .map(feature -> Formula.of(feature.computation()))
            .toArray(Formula[]::new);
    this.counts = new WindowCounts(LookBack.windows(features.definitions()));
    this.at = at;
    this.eventsAreLate = eventsAreLate;
  }

  /** The values of one user. */
  public UserFeatures of(UserActivity known) {
    counts.count(known.activity(), at);
    Present user = new Present(known, counts, at);
    float[] values = new float[formulas.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) formulas[i].of(user);
    }
    return new UserFeatures(
        known.userId(), known.version(), at, known.knownTo(), values, stale(known));
  }

  private Set<String> stale(UserActivity known) {
    if (!eventsAreLate && known.imported().isEmpty()) {
      return Set.of();
    }
    Set<String> stale = new HashSet<>();
    List<FeatureDefinition> definitions = features.definitions();
    for (FeatureDefinition feature : definitions) {
      if (isStale(feature, known)) {
        stale.add(feature.name());
      }
    }
    return stale;
  }

  private boolean isStale(FeatureDefinition feature, UserActivity known) {
    if (!(feature.computation() instanceof Imported(String name))) {
      return eventsAreLate;
    }
    ImportedValue value = known.imported().get(name);
    Integer allowed = feature.windowDays();
    return value != null
        && allowed != null
        && value.knownAt().plus(Duration.ofDays(allowed)).isBefore(at);
  }
}
