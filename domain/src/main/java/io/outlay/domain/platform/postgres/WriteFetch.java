package io.outlay.domain.platform.postgres;

import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Session;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.FetchFailure;
import io.outlay.domain.platform.Fetched;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import reactor.core.publisher.Mono;

/** Notes one period's fetch, and how its figures stood at their age. */
final class WriteFetch {

  private static final String FETCHED =
      """
      INSERT INTO period_fetch AS p
        (organization_id, ad_account_id, view, first_day, last_day, sequence, first_fetched_at, fetched_at, job_id, raw_input_id,
         request_id, request_count, row_count, api_version, is_provisional, totals, moved)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12, $13, $14, $15::jsonb, $16)
      ON CONFLICT (organization_id, ad_account_id, view, last_day, first_day) DO UPDATE
         SET sequence = excluded.sequence, first_fetched_at = coalesce(p.first_fetched_at, excluded.fetched_at),
             fetched_at = excluded.fetched_at, job_id = excluded.job_id, raw_input_id = excluded.raw_input_id,
             request_id = excluded.request_id, request_count = excluded.request_count, row_count = excluded.row_count,
             api_version = excluded.api_version, is_provisional = excluded.is_provisional, totals = excluded.totals,
             moved = excluded.moved, reopened_at = NULL, failed_at = NULL, failure_code = NULL, failure_message = NULL
       WHERE p.sequence IS NULL OR p.sequence < excluded.sequence
      """;

  private static final String READING =
      """
      INSERT INTO period_reading (organization_id, ad_account_id, day, age_days, totals, read_at)
      SELECT $1, $2, $3, $4, $5::jsonb, $6
       WHERE $5::jsonb IS DISTINCT FROM (
             SELECT r.totals FROM period_reading r
              WHERE r.organization_id = $1 AND r.ad_account_id = $2 AND r.day = $3 AND r.age_days <= $4
              ORDER BY r.age_days DESC LIMIT 1)
      ON CONFLICT (organization_id, ad_account_id, day, age_days) DO UPDATE SET totals = excluded.totals, read_at = excluded.read_at
      """;

  private static final String FAILED =
      """
      INSERT INTO period_fetch AS p
        (organization_id, ad_account_id, view, first_day, last_day, job_id, api_version, failed_at, failure_code, failure_message)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      ON CONFLICT (organization_id, ad_account_id, view, last_day, first_day) DO UPDATE
         SET failed_at = excluded.failed_at, failure_code = excluded.failure_code, failure_message = excluded.failure_message
      """;

  private final Session session;
  private final long organization;
  private final long adAccountId;
  private final long jobId;
  private final View view;

  WriteFetch(Session session, long organization, long adAccountId, long jobId, View view) {
    this.session = session;
    this.organization = organization;
    this.adAccountId = adAccountId;
    this.jobId = jobId;
    this.view = view;
  }

  Mono<Long> fetched(Period period, Fetched fetched, LocalDate today) {
    String totals = TotalsJson.write(fetched.totals());
    return session
        .update(
            FETCHED,
            List.of(
                organization,
                adAccountId,
                view.name(),
                period.firstDay(),
                period.lastDay(),
                fetched.sequence(),
                fetched.at(),
                jobId,
                Nulls.orNull(fetched.rawInputId(), Long.class),
                fetched.requestId(),
                fetched.requests(),
                fetched.rows(),
                fetched.apiVersion(),
                fetched.isProvisional(),
                totals,
                Nulls.orNull(fetched.moved(), Double.class)))
        .flatMap(noted -> noted == 0 ? Mono.just(0L) : reading(period, totals, fetched, today));
  }

  Mono<Long> failed(Period period, String apiVersion, FetchFailure failure) {
    return session.update(
        FAILED,
        List.of(
            organization,
            adAccountId,
            view.name(),
            period.firstDay(),
            period.lastDay(),
            jobId,
            apiVersion,
            failure.at(),
            failure.code(),
            failure.message()));
  }

  private Mono<Long> reading(Period period, String totals, Fetched fetched, LocalDate today) {
    int age = (int) ChronoUnit.DAYS.between(period.lastDay(), today);
    return view == View.DELIVERY && period.firstDay().equals(period.lastDay()) && age >= 0
        ? session.update(
            READING,
            List.of(organization, adAccountId, period.lastDay(), age, totals, fetched.at()))
        : Mono.just(0L);
  }
}
