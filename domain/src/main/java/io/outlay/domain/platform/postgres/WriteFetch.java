package io.outlay.domain.platform.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.FetchFailure;
import io.outlay.domain.platform.Fetched;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Notes the fetch of periods, and how their figures stood at their age. */
final class WriteFetch {

  /** All periods of a question at once: a backfill notes hundreds of days an account. */
  private static final String FETCHED =
      """
      WITH given AS (
        SELECT f.* FROM jsonb_to_recordset($6::jsonb) AS f
          ("firstDay" date, "lastDay" date, sequence bigint, at timestamptz, "rawInputId" bigint, "requestId" text, requests integer,
           rows integer, "apiVersion" text, "isProvisional" boolean, totals jsonb, moved double precision)),
      noted AS (
        INSERT INTO period_fetch AS p
          (organization_id, ad_account_id, view, first_day, last_day, sequence, first_fetched_at, fetched_at, job_id, raw_input_id,
           request_id, request_count, row_count, api_version, is_provisional, totals, moved)
        SELECT $1, $2, $3, g."firstDay", g."lastDay", g.sequence, g.at, g.at, $4, g."rawInputId",
               g."requestId", g.requests, g.rows, g."apiVersion", g."isProvisional", g.totals, g.moved
          FROM given g
        ON CONFLICT (organization_id, ad_account_id, view, last_day, first_day) DO UPDATE
           SET sequence = excluded.sequence, first_fetched_at = coalesce(p.first_fetched_at, excluded.fetched_at),
               fetched_at = excluded.fetched_at, job_id = excluded.job_id, raw_input_id = excluded.raw_input_id,
               request_id = excluded.request_id, request_count = excluded.request_count, row_count = excluded.row_count,
               api_version = excluded.api_version, is_provisional = excluded.is_provisional, totals = excluded.totals,
               moved = excluded.moved, reopened_at = NULL, failed_at = NULL, failure_code = NULL, failure_message = NULL
         WHERE p.sequence IS NULL OR p.sequence < excluded.sequence
        RETURNING p.first_day, p.last_day)
      INSERT INTO period_reading (organization_id, ad_account_id, day, age_days, totals, read_at)
      SELECT $1, $2, g."lastDay", $5 - g."lastDay", g.totals, g.at
        FROM given g
        JOIN noted n ON n.first_day = g."firstDay" AND n.last_day = g."lastDay"
       WHERE $3 = 'DELIVERY' AND g."firstDay" = g."lastDay" AND g."lastDay" <= $5
         AND g.totals IS DISTINCT FROM (
             SELECT r.totals FROM period_reading r
              WHERE r.organization_id = $1 AND r.ad_account_id = $2 AND r.day = g."lastDay" AND r.age_days <= $5 - g."lastDay"
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

  Mono<Long> fetched(Map<Period, Fetched> fetched, LocalDate today) {
    return session.update(
        FETCHED,
        List.of(organization, adAccountId, view.name(), jobId, today, FetchedJson.write(fetched)));
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
}
