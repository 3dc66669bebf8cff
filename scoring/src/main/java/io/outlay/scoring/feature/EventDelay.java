package io.outlay.scoring.feature;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskSettingsStore;
import io.outlay.domain.userevent.EventHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import reactor.core.publisher.Mono;

/**
 * Whether an organization's events arrive too late. Remembered for a minute, so that reading
 * features of a batch stays one statement.
 */
final class EventDelay {

  private final RiskSettingsStore settings;
  private final EventHistory history;
  private final AsyncCache<Asked, Boolean> known =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofMinutes(1)).buildAsync();

  EventDelay(RiskSettingsStore settings, EventHistory history) {
    this.settings = settings;
    this.history = history;
  }

  /** Whether nothing was recorded for longer than the organization allows. */
  Mono<Boolean> isLate(OrganizationId organization, Instant at) {
    Asked asked = new Asked(organization, at.truncatedTo(ChronoUnit.MINUTES));
    return Mono.fromFuture(
        () -> known.get(asked, (key, executor) -> find(organization, at).toFuture()), true);
  }

  private Mono<Boolean> find(OrganizationId organization, Instant at) {
    return settings
        .of(organization)
        .flatMap(
            chosen ->
                history.hasRecorded(
                    organization, at.minus(Duration.ofHours(chosen.eventsLateAfterHours())), at))
        .map(recorded -> !recorded);
  }

  private record Asked(OrganizationId organization, Instant minute) {}
}
