package io.outlay.domain.platform;

import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Comparisons of stored figures with the platforms' own totals. */
public interface Reconciliations {

  /**
   * Compares the closed days a job has fetched, and keeps the result; days whose figures have not
   * been stored yet are left out.
   *
   * @param before first day that is still open, in the account's zone
   */
  Mono<List<Reconciliation>> compare(
      OrganizationId organization, long adAccountId, long jobId, LocalDate before, Instant at);

  /**
   * Kept comparisons, newest day first.
   *
   * @param before days before this one
   * @param onlyDiffering whether balanced days are left out
   */
  Flux<Reconciliation> page(
      OrganizationId organization,
      long adAccountId,
      boolean onlyDiffering,
      LocalDate before,
      int limit);
}
