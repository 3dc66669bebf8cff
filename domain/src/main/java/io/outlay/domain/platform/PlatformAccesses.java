package io.outlay.domain.platform;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.organization.Change;
import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Ad accounts that Outlay collects by itself, with their encrypted credentials. */
public interface PlatformAccesses {

  /**
   * Connects an account, which becomes known where it is not. One that was connected before and is
   * not any more is connected anew. Errors with {@link io.outlay.domain.error.Conflict} when it is
   * connected already.
   */
  Mono<PlatformAccess> connect(
      NewPlatformAccess access,
      PlatformCredential credential,
      Instant now,
      Audit<PlatformAccess> audit);

  /**
   * Changes a connected account. Errors with {@link io.outlay.domain.error.NotFound} when it was
   * never connected.
   *
   * @param change gives the settings and state that shall be
   * @param credential takes the place of the former one; null leaves it
   */
  Mono<Change<PlatformAccess>> change(
      OrganizationId organization,
      long adAccountId,
      UnaryOperator<PlatformAccess> change,
      @Nullable PlatformCredential credential,
      Audit<Change<PlatformAccess>> audit);

  /** The account's access; empty when it was never connected. */
  Mono<PlatformAccess> find(OrganizationId organization, long adAccountId);

  /** Access of these accounts, by account; those never connected are left out. */
  Mono<Map<Long, PlatformAccess>> byIds(OrganizationId organization, Set<Long> adAccountIds);

  /** Opens the account for asking its platform; empty when it has no credential. */
  Mono<PlatformConnection> open(PlatformAccess access);

  /** Remembers that closed days were compared with the platform's totals. */
  Mono<Void> totalsChecked(PlatformAccess access, Instant at);
}
