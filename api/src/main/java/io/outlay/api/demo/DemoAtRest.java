package io.outlay.api.demo;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.account.AdAccountFilter;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.audit.Audit;
import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.postgres.Organizations;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.domain.platform.PlatformAccesses;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stops the demo's accounts of a home where nobody plays their platforms any more, before anything
 * is collected: an invented token must never be shown to a real platform. A start that plays them
 * connects them again.
 */
final class DemoAtRest {

  private static final Logger LOG = LoggerFactory.getLogger(DemoAtRest.class);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String DETAIL =
      "This account belongs to the demo, and its platform is not played in this start.";

  private final Organizations organizations;
  private final AdAccounts accounts;
  private final PlatformAccesses accesses;
  private final Predicate<String> isPlayed;
  private final Clock clock;

  /**
   * @param isPlayed whether a channel's platform is played in this process
   */
  DemoAtRest(
      Organizations organizations,
      AdAccounts accounts,
      PlatformAccesses accesses,
      Predicate<String> isPlayed,
      Clock clock) {
    this.organizations = organizations;
    this.accounts = accounts;
    this.accesses = accesses;
    this.isPlayed = isPlayed;
    this.clock = clock;
  }

  /** Waits until it is done, on the thread that starts the program. */
  void begin() {
    try {
      stop().toFuture().get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the demo's ad accounts could not be stopped", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the start was interrupted", e);
    }
  }

  private Mono<Void> stop() {
    return Flux.fromIterable(Advertiser.ALL)
        .concatMap(
            advertiser ->
                organizations
                    .findByKey(advertiser.organizationKey())
                    .map(Organization::id)
                    .flatMap(organization -> stop(organization, advertiser)))
        .then();
  }

  private Mono<Void> stop(OrganizationId organization, Advertiser advertiser) {
    Set<AdAccountKey> unplayed =
        SimulatedAccount.keys(organization, advertiser.publisher())
            .filter(key -> !isPlayed.test(key.channel()))
            .collect(Collectors.toSet());
    return accounts
        .all(organization, Scope.EVERYTHING, AdAccountFilter.NONE)
        .map(all -> all.stream().map(AdAccount::id).collect(Collectors.toSet()))
        .flatMap(ids -> accesses.byIds(organization, ids))
        .flatMapIterable(byId -> byId.values())
        .filter(access -> access.state() == AccessState.CONNECTED)
        .filter(access -> unplayed.contains(access.account()))
        .concatMap(this::stop)
        .then();
  }

  private Mono<Void> stop(PlatformAccess access) {
    return accesses
        .change(
            access.account().organization(),
            access.adAccountId(),
            now -> now.in(AccessState.CREDENTIAL_REFUSED, DETAIL, clock.instant()),
            null,
            Audit.none())
        .doOnNext(
            change ->
                LOG.info(
                    "The demo's account {} {} rests: its platform is not played here",
                    access.account().channel(),
                    access.account().externalId()))
        .then();
  }
}
