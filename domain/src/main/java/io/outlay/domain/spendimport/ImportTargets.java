package io.outlay.domain.spendimport;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks at what an organization has stored before a file changes it. */
public interface ImportTargets {

  /** Those of the accounts that are known. */
  Flux<KnownAccount> accounts(OrganizationId organization, String channel, Set<String> accountIds);

  /**
   * Those of the accounts that are not within the scope: hidden ones, and new ones where only named
   * accounts are seen, or where the channel is not.
   */
  Flux<String> outside(
      OrganizationId organization, Scope scope, String channel, Set<String> accountIds);

  /** The zone whose days a new account has unless it says otherwise. */
  Mono<ZoneId> timeZone(OrganizationId organization);

  /**
   * Slices of delivery of the accounts that share a day with the span, ordered by account and first
   * day.
   */
  Flux<StoredSlice> slices(
      OrganizationId organization, String channel, Set<String> accountIds, Period span);

  /** Rows of one slice as they stand now, under their external names. */
  Flux<FactRow> rows(OrganizationId organization, StoredSlice slice);

  /**
   * Writes labels of campaigns that are known; others are passed over. They replace earlier ones.
   */
  Mono<Long> label(OrganizationId organization, String channel, List<ImportedLabel> labels);
}
