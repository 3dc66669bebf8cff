package io.outlay.domain.platform;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was fetched of connected accounts, period by period. */
public interface PeriodFetches {

  /** Everything that was ever asked for of an account, in no order. */
  Flux<PeriodFetch> all(OrganizationId organization, long adAccountId);

  /** Records of one view whose last days lie in a range, in no order. */
  Flux<PeriodFetch> ending(
      OrganizationId organization, long adAccountId, View view, DateRange lastDays);

  /** What was fetched of delivery, by account. */
  Mono<Map<Long, List<PeriodFetch>>> delivery(OrganizationId organization, Set<Long> adAccountIds);

  /**
   * Records of an account, newest period first.
   *
   * @param after place to read on after
   */
  Flux<PeriodFetch> page(OrganizationId organization, long adAccountId, Place after, int limit);

  /**
   * Notes good fetches, in one transaction; an older one changes nothing.
   *
   * @param today the account's day of the fetch, from which the age of figures is counted
   */
  Mono<Void> fetched(
      OrganizationId organization,
      long adAccountId,
      long jobId,
      View view,
      LocalDate today,
      Map<Period, Fetched> fetched);

  /** Notes that periods could not be fetched; what was known of them stays. */
  Mono<Void> failed(
      OrganizationId organization,
      long adAccountId,
      long jobId,
      View view,
      String apiVersion,
      List<Period> periods,
      FetchFailure failure);

  /** Notes that the platform's totals of these days have moved since they were fetched. */
  Mono<Void> reopened(
      OrganizationId organization, long adAccountId, List<LocalDate> days, Instant at);

  /** Stretches of an account that belong to another source than its platform. */
  Flux<OwnedPeriod> ownedByImports(OrganizationId organization, long adAccountId);

  /** How far what a job has fetched is on its way into the database. */
  Mono<Arrival> arrival(OrganizationId organization, long adAccountId, long jobId);

  /**
   * What became of a job's fetches.
   *
   * @param waiting fetches whose figures are not in the database
   * @param failed slices of them that became dead letters
   * @param firstFailure cause of one of those; empty for none
   */
  record Arrival(long waiting, long failed, String firstFailure) {

    /** Whether nothing more is to be waited for. */
    public boolean isOver() {
      return waiting <= failed;
    }
  }

  /** A stretch of a view that an import owns. */
  record OwnedPeriod(View view, Period period) {}

  /** A place in the list of records. */
  record Place(LocalDate lastDay, LocalDate firstDay, String view) {

    /** Before the newest record. */
    public static final Place NEWEST =
        new Place(LocalDate.of(9999, 12, 31), LocalDate.of(9999, 12, 31), "");
  }
}
