package io.outlay.scoring.feature;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ImportedFeature;
import io.outlay.domain.risk.ImportedFeatures;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskSettingsStore;
import io.outlay.domain.useractivity.UserActivities;
import io.outlay.domain.useractivity.UserActivity;
import io.outlay.domain.userevent.EventHistory;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Features from the activity that the stream of events keeps up to date. */
public final class ActivityFeatures implements FeatureReader {

  private static final int MOST = 1_000;

  private final UserActivities activities;
  private final ImportedFeatures imported;
  private final EventDelay delay;

  /** Reads through these. */
  public ActivityFeatures(
      UserActivities activities,
      ImportedFeatures imported,
      RiskSettingsStore settings,
      EventHistory history) {
    this.activities = activities;
    this.imported = imported;
    this.delay = new EventDelay(settings, history);
  }

  @Override
  public Mono<FeatureSet> features(OrganizationId organization, RiskKind kind) {
    return imported.declared(organization).map(declared -> with(kind, declared));
  }

  @Override
  public Mono<Map<Long, UserFeatures>> read(
      OrganizationId organization, FeatureSet features, Collection<Long> userIds, Instant at) {
    if (userIds.size() > MOST) {
      return Mono.error(BadRequest.of("userIds", userIds.size(), "at most " + MOST + " users"));
    }
    return Mono.zip(
        activities.of(organization, userIds),
        delay.isLate(organization, at),
        (known, late) -> values(new FeatureValues(features, at, late), known));
  }

  private static FeatureSet with(RiskKind kind, List<ImportedFeature> declared) {
    return new FeatureSet(
        Stream.concat(
                FeatureCatalogue.of(kind).definitions().stream(),
                declared.stream().map(ImportedDefinition::of))
            .toList());
  }

  private static Map<Long, UserFeatures> values(
      FeatureValues values, Map<Long, UserActivity> known) {
    Map<Long, UserFeatures> all = HashMap.newHashMap(known.size());
    known.forEach((userId, activity) -> all.put(userId, values.of(activity)));
    return all;
  }
}
