package io.outlay.api.version;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outlay.api.graphql.cache.DataState;
import io.outlay.domain.account.postgres.SelectTimeZones;
import io.outlay.domain.audit.LogContext;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.version.DataVersion;
import io.outlay.domain.version.DataVersions;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
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
  private final Cache<OrganizationId, StateOfVersion> known =
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
        .flatMap(version -> stateOf(organization, version))
        .map(state -> state.at(clock.instant()))
        .onErrorResume(failure -> unknown(organization, failure));
  }

  @Override
  public @Nullable String atHand(OrganizationId organization) {
    DataVersion version = versions.known(organization);
    StateOfVersion state = known.getIfPresent(organization);
    return version != null && state != null && state.isOf(version)
        ? state.at(clock.instant())
        : null;
  }

  private Mono<StateOfVersion> stateOf(OrganizationId organization, DataVersion version) {
    StateOfVersion found = known.getIfPresent(organization);
    if (found != null && found.isOf(version)) {
      return Mono.just(found);
    }
    return zones
        .of(organization)
        .map(read -> new StateOfVersion(version, read))
        .doOnNext(fresh -> known.put(organization, fresh));
  }

  /** The question is answered without the cache, which tells what is wrong where it matters. */
  private static Mono<String> unknown(OrganizationId organization, Throwable failure) {
    return Mono.deferContextual(
        context -> {
          LogContext.telling(
              context,
              () ->
                  log.debug(
                      "The state of organization {} is not known now", organization, failure));
          return Mono.empty();
        });
  }
}
