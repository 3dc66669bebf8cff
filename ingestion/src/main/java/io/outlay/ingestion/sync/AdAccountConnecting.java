package io.outlay.ingestion.sync;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.Change;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.AdAccountDetails;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.platform.AccessSettings;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.platform.NewPlatformAccess;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.domain.platform.PlatformAccesses;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.ingestion.platform.AdPlatform;
import io.outlay.ingestion.platform.PlatformAccount;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Connects ad accounts, changes and disconnects them. An account that does not open is refused with
 * the platform's own failure, and nothing of it is stored.
 */
public final class AdAccountConnecting {

  private static final int LONGEST_ID = 128;

  private final Platforms platforms;
  private final PlatformAccesses accesses;
  private final UsualSettings usual;
  private final InstantSource clock;

  /** Uses the given platforms and accounts. */
  public AdAccountConnecting(
      Platforms platforms, PlatformAccesses accesses, UsualSettings usual, InstantSource clock) {
    this.platforms = platforms;
    this.accesses = accesses;
    this.usual = usual;
    this.clock = clock;
  }

  /**
   * Opens the account at its platform, then connects it. Errors with {@link BadRequest} for values
   * that cannot be right, with {@link io.outlay.domain.error.Conflict} when it is connected
   * already, and with {@link io.outlay.ingestion.platform.PlatformFailure} when it does not open.
   */
  public Mono<PlatformAccess> connect(
      OrganizationId organization, ConnectRequest request, Audit<PlatformAccess> audit) {
    return Mono.fromCallable(() -> platform(request))
        .flatMap(platform -> open(organization, platform, request, audit));
  }

  private Mono<PlatformAccess> open(
      OrganizationId organization,
      AdPlatform platform,
      ConnectRequest request,
      Audit<PlatformAccess> audit) {
    Instant now = clock.instant();
    AdAccountKey account =
        new AdAccountKey(organization, request.channel(), request.externalId().strip());
    AccessSettings provisional = usual.settings(platform, request.wishes(), "UTC", now);
    PlatformConnection connection =
        new PlatformConnection(account, provisional.apiVersion(), request.credential());
    return platform
        .describe(connection)
        .zipWhen(described -> platform.lasting(connection))
        .flatMap(
            opened -> {
              PlatformAccount described = opened.getT1();
              AccessSettings settings =
                  usual.settings(platform, request.wishes(), described.timeZone(), now);
              NewPlatformAccess wanted =
                  new NewPlatformAccess(
                      new AdAccountKey(organization, request.channel(), described.externalId()),
                      details(platform, described, settings),
                      settings);
              return accesses.connect(wanted, opened.getT2(), now, audit);
            });
  }

  /**
   * Changes how an account is collected. With a new credential or version the account is opened
   * first, and is connected again where it had stopped.
   *
   * @param credential in place of the former one; null leaves it
   * @param paused whether collecting pauses; null leaves it
   */
  public Mono<Change<PlatformAccess>> change(
      PlatformAccess access,
      ConnectRequest.Wishes wishes,
      @Nullable PlatformCredential credential,
      @Nullable Boolean paused,
      Audit<Change<PlatformAccess>> audit) {
    return Mono.fromCallable(() -> platform(access.account().channel()))
        .flatMap(
            platform -> {
              AccessSettings settings = usual.changed(platform, access, wishes);
              return reopened(platform, access, settings, credential)
                  .flatMap(
                      opened ->
                          accesses.change(
                              access.account().organization(),
                              access.adAccountId(),
                              before -> after(before, settings, opened.isPresent(), paused),
                              credential == null ? null : opened.orElse(credential),
                              audit));
            });
  }

  /** Ends collecting and removes the credential; what was collected stays. */
  public Mono<Change<PlatformAccess>> disconnect(
      PlatformAccess access, Audit<Change<PlatformAccess>> audit) {
    return accesses.change(
        access.account().organization(),
        access.adAccountId(),
        before -> before.in(AccessState.DISCONNECTED, "", clock.instant()),
        null,
        audit);
  }

  /** What the account was opened with, as it is to be kept; empty where it was not asked for. */
  private Mono<Optional<PlatformCredential>> reopened(
      AdPlatform platform,
      PlatformAccess access,
      AccessSettings settings,
      @Nullable PlatformCredential credential) {
    boolean sameVersion = settings.apiVersion().equals(access.settings().apiVersion());
    if (credential == null && sameVersion) {
      return Mono.just(Optional.empty());
    }
    if (credential != null) {
      platform.requireCredential(credential);
    }
    Mono<PlatformConnection> connection =
        credential == null
            ? accesses.open(access)
            : Mono.just(
                new PlatformConnection(access.account(), settings.apiVersion(), credential));
    return connection
        .map(
            with ->
                new PlatformConnection(with.account(), settings.apiVersion(), with.credential()))
        .flatMap(
            with ->
                platform
                    .describe(with)
                    .then(
                        credential == null ? Mono.just(with.credential()) : platform.lasting(with)))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }

  private PlatformAccess after(
      PlatformAccess before, AccessSettings settings, boolean opened, @Nullable Boolean paused) {
    Instant now = clock.instant();
    AdAccountDetails details = before.details();
    PlatformAccess changed =
        before.with(
            new AdAccountDetails(
                details.channelName(),
                details.name(),
                details.currencyCode(),
                details.timeZone(),
                settings.mapping().goal()),
            settings);
    if (opened) {
      changed = changed.in(AccessState.CONNECTED, "", now).dueAt(now);
    }
    if (Boolean.TRUE.equals(paused) && changed.state() == AccessState.CONNECTED) {
      return changed.in(AccessState.PAUSED, "", now);
    }
    return Boolean.FALSE.equals(paused) && changed.state() == AccessState.PAUSED
        ? changed.in(AccessState.CONNECTED, "", now).dueAt(now)
        : changed;
  }

  private AdPlatform platform(ConnectRequest request) {
    AdPlatform platform = platform(request.channel());
    String id = request.externalId().strip();
    if (id.isEmpty() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
      throw BadRequest.of(
          "externalId", request.externalId(), "the platform's id, 1 to 128 characters");
    }
    platform.requireCredential(request.credential());
    return platform;
  }

  private AdPlatform platform(String channel) {
    return platforms
        .of(channel)
        .orElseThrow(
            () ->
                BadRequest.of(
                    "channel",
                    channel,
                    "one of " + platforms.all().stream().map(AdPlatform::channelKey).toList()));
  }

  private static AdAccountDetails details(
      AdPlatform platform, PlatformAccount described, AccessSettings settings) {
    return new AdAccountDetails(
        platform.channelName(),
        described.name(),
        described.currencyCode(),
        described.timeZone(),
        settings.mapping().goal());
  }
}
