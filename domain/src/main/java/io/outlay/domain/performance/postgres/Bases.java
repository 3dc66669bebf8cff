package io.outlay.domain.performance.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outlay.domain.error.CursorExpired;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.PerformanceQuery;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Keeps each organization's current {@link Basis} until a statement tells that the data version has
 * moved on. Bounded by the number of accounts in it.
 */
final class Bases {

  private static final long MOST_ACCOUNTS = 200_000;

  private final BasisReader reader;
  private final Cache<OrganizationId, Basis> current =
      Caffeine.newBuilder()
          .maximumWeight(MOST_ACCOUNTS)
          .weigher((OrganizationId organization, Basis basis) -> 1 + basis.accounts().size())
          .build();

  Bases(BasisReader reader) {
    this.reader = reader;
  }

  /** What the question is answered from. */
  Mono<Basis> of(PerformanceQuery query) {
    Instant asOf = query.asOf();
    if (asOf != null) {
      return asOf(query.organization(), asOf);
    }
    Long version = query.atVersion();
    return version == null
        ? current(query.organization())
        : atVersion(query.organization(), version);
  }

  /** What was known at a time. */
  Mono<Basis> asOf(OrganizationId organization, Instant time) {
    return reader.asOf(organization, time);
  }

  /** Forgets a basis that is no longer current. */
  void forget(Basis outdated) {
    current.asMap().remove(outdated.organization(), outdated);
  }

  private Mono<Basis> current(OrganizationId organization) {
    return Mono.justOrEmpty(current.getIfPresent(organization))
        .switchIfEmpty(Mono.defer(() -> reader.current(organization).doOnNext(this::remember)));
  }

  private Mono<Basis> atVersion(OrganizationId organization, long version) {
    Basis known = current.getIfPresent(organization);
    return known != null && known.version().number() == version
        ? Mono.just(known)
        : reader
            .atVersion(organization, version)
            .doOnNext(this::rememberIfCurrent)
            .switchIfEmpty(Mono.error(CursorExpired::new));
  }

  private void rememberIfCurrent(Basis basis) {
    if (basis.isCurrent()) {
      remember(basis);
    }
  }

  private void remember(Basis basis) {
    current.put(basis.organization(), basis);
  }
}
