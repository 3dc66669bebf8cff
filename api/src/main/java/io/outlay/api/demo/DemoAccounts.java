package io.outlay.api.demo;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.account.AdAccountFilter;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.organization.Actor;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.domain.platform.PlatformAccesses;
import io.outlay.ingestion.sync.AdAccountConnecting;
import io.outlay.ingestion.sync.ConnectRequest;
import io.outlay.ingestion.sync.Platforms;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Connects a company's accounts at the played platforms, as a person would. */
final class DemoAccounts {

  private static final String META_REGISTRATION =
      "offsite_conversion.fb_pixel_complete_registration";
  private static final String GOOGLE_REGISTRATION = "Pre-registration";

  private final SimulatedPlatforms simulated;
  private final Platforms platforms;
  private final AdAccountConnecting connecting;
  private final AdAccounts accounts;
  private final PlatformAccesses accesses;
  private final Period history;
  private final Clock clock;

  DemoAccounts(
      SimulatedPlatforms simulated,
      Platforms platforms,
      AdAccountConnecting connecting,
      AdAccounts accounts,
      PlatformAccesses accesses,
      Period history,
      Clock clock) {
    this.simulated = simulated;
    this.platforms = platforms;
    this.connecting = connecting;
    this.accounts = accounts;
    this.accesses = accesses;
    this.history = history;
    this.clock = clock;
  }

  /**
   * Connects what never was, and what a start without the demo has stopped; a pause or an end that
   * a person chose stays. Gives those that are collected now.
   */
  Flux<PlatformAccess> connect(OrganizationId organization, Advertiser advertiser) {
    return known(organization)
        .flatMapMany(
            known ->
                Flux.fromStream(
                        () -> SimulatedAccount.all(simulated.credentials(advertiser.publisher())))
                    .filter(account -> simulated.plays(account.channel()))
                    .concatMap(account -> ensure(organization, account, known)))
        .filter(access -> access.state() == AccessState.CONNECTED);
  }

  private Mono<Map<AdAccountKey, PlatformAccess>> known(OrganizationId organization) {
    return accounts
        .all(organization, Scope.EVERYTHING, AdAccountFilter.NONE)
        .map(all -> all.stream().map(AdAccount::id).collect(Collectors.toSet()))
        .flatMap(ids -> accesses.byIds(organization, ids))
        .map(
            byId ->
                byId.values().stream()
                    .collect(Collectors.toMap(PlatformAccess::account, access -> access)));
  }

  private Mono<PlatformAccess> ensure(
      OrganizationId organization,
      SimulatedAccount account,
      Map<AdAccountKey, PlatformAccess> known) {
    PlatformAccess access =
        known.get(new AdAccountKey(organization, account.channel(), account.externalId()));
    if (access == null) {
      return connect(organization, account);
    }
    return access.state() == AccessState.CREDENTIAL_REFUSED
        ? connecting
            .change(
                access, wishes(null, null), account.credential(), null, change -> Optional.empty())
            .map(change -> change.after())
        : Mono.just(access);
  }

  /** Another process of the demo may be first. */
  private Mono<PlatformAccess> connect(OrganizationId organization, SimulatedAccount account) {
    LocalDate from = LocalDate.now(clock.withZone(ZoneOffset.UTC)).minus(history);
    ConnectRequest request =
        new ConnectRequest(
            account.channel(),
            account.externalId(),
            account.credential(),
            wishes(kinds(account.channel()), from));
    return connecting
        .connect(organization, request, DemoAccounts::audited)
        .onErrorResume(Conflict.class, connectedMeanwhile -> Mono.empty());
  }

  private static Optional<AuditEntry> audited(PlatformAccess access) {
    return Optional.of(
        new AuditEntry(
            access.account().organization(),
            Actor.DEMO,
            "adAccountConnect",
            "AdAccount",
            Long.toString(access.adAccountId()),
            null,
            access.auditFields()));
  }

  /** The usual ones, but for registrations: a game's are made before it is there. */
  private Map<String, ConversionKind> kinds(String channel) {
    Map<String, ConversionKind> kinds =
        new HashMap<>(
            platforms
                .of(channel)
                .map(platform -> platform.defaultMapping().kinds())
                .orElse(Map.of()));
    switch (channel) {
      case SimulatedPlatforms.META -> kinds.put(META_REGISTRATION, ConversionKind.PRE_REGISTRATION);
      case SimulatedPlatforms.GOOGLE_ADS ->
          kinds.put(GOOGLE_REGISTRATION, ConversionKind.PRE_REGISTRATION);
      default -> {
        // Apple tells them by that name.
      }
    }
    return kinds;
  }

  private static ConnectRequest.Wishes wishes(
      @Nullable Map<String, ConversionKind> kinds, @Nullable LocalDate from) {
    return new ConnectRequest.Wishes(null, null, kinds, null, null, null, null, from, null);
  }
}
