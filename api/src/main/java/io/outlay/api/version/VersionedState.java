package io.outlay.api.version;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outlay.api.graphql.cache.DataState;
import io.outlay.domain.account.postgres.SelectTimeZones;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.platform.Completeness;
import io.outlay.domain.version.DataVersions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The organization's data version and the days on which its accounts now are. Zones are read once
 * per version: an account's zone cannot change without raising it.
 */
final class VersionedState implements DataState {

  private static final Logger log = LoggerFactory.getLogger(VersionedState.class);
  private static final int ORGANIZATIONS_KEPT = 10_000;

  private final DataVersions versions;
  private final SelectTimeZones zones;
  private final Clock clock;
  private final Cache<OrganizationId, Known> known =
      Caffeine.newBuilder().maximumSize(ORGANIZATIONS_KEPT).build();

  VersionedState(DataVersions versions, SelectTimeZones zones, Clock clock) {
    this.versions = versions;
    this.zones = zones;
    this.clock = clock;
  }

  @Override
  public Mono<String> of(OrganizationId organization) {
    return versions
        .current(organization)
        .flatMap(version -> zonesAt(organization, version.token()))
        .map(this::describe)
        .onErrorResume(failure -> unknown(organization, failure));
  }

  private Mono<Known> zonesAt(OrganizationId organization, String token) {
    Known found = known.getIfPresent(organization);
    if (found != null && found.token().equals(token)) {
      return Mono.just(found);
    }
    return zones
        .of(organization)
        .map(read -> new Known(token, read))
        .doOnNext(fresh -> known.put(organization, fresh));
  }

  /**
   * The days as one number: each zone's day only ever grows and the zones of a version stay, so
   * their sum differs as soon as any of them has a new day, or a day that must be fetched by now.
   */
  private String describe(Known state) {
    Instant now = clock.instant();
    long days =
        state.zones().stream()
            .mapToLong(zone -> day(now, zone) + day(now.minus(Completeness.MARGIN), zone))
            .sum();
    return state.token() + "@" + days;
  }

  private static long day(Instant time, ZoneId zone) {
    return LocalDate.ofInstant(time, zone).toEpochDay();
  }

  /** The question is answered without the cache, which tells what is wrong where it matters. */
  private static Mono<String> unknown(OrganizationId organization, Throwable failure) {
    log.debug("The state of organization {} is not known now", organization, failure);
    return Mono.empty();
  }

  /** Zones read at a version. */
  private record Known(String token, Set<ZoneId> zones) {}
}
