package io.outlay.domain.platform.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.FetchFailure;
import io.outlay.domain.platform.Fetched;
import io.outlay.domain.platform.PeriodFetch;
import io.outlay.domain.platform.PeriodFetches;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Records of fetched periods in table {@code period_fetch}. */
public final class PostgresPeriodFetches implements PeriodFetches {

  private static final String ALL =
      FetchRows.SELECT + " WHERE p.organization_id = $1 AND p.ad_account_id = $2";
  private static final String ENDING = ALL + " AND p.view = $3 AND p.last_day BETWEEN $4 AND $5";
  private static final String DELIVERY =
      FetchRows.SELECT
          + " WHERE p.organization_id = $1 AND p.ad_account_id = ANY($2) AND p.view = 'DELIVERY'";
  private static final String PAGE =
      ALL
          + """
           AND (p.last_day < $3 OR (p.last_day = $3 AND (p.first_day < $4 OR (p.first_day = $4 AND p.view > $5))))
           ORDER BY p.last_day DESC, p.first_day DESC, p.view LIMIT $6
          """;

  /** The days are provisional again until they are read again, for which a week is long enough. */
  private static final String REOPENED =
      """
      WITH reopened AS (
        UPDATE period_fetch p SET reopened_at = $4
         WHERE p.organization_id = $1 AND p.ad_account_id = $2 AND p.first_day = p.last_day AND p.last_day = ANY($3)
        RETURNING p.view, p.last_day),
      provisional AS (
        UPDATE slice s SET provisional_until = ($4::timestamptz + interval '7 days')::date, changed_in = v.version
          FROM reopened r, (SELECT coming_version($1) AS version) v
         WHERE s.organization_id = $1 AND s.ad_account_id = $2 AND s.first_day = r.last_day AND s.last_day = r.last_day
           AND s.measurer = 'PLATFORM' AND s.view = r.view AND s.source = 'api'
        RETURNING s.last_day)
      SELECT next_data_version($1, min(p.last_day), max(p.last_day), ARRAY(
               SELECT c.key FROM ad_account a JOIN channel c USING (organization_id, channel_id)
                WHERE a.organization_id = $1 AND a.ad_account_id = $2)) AS version
        FROM provisional p HAVING count(*) > 0
      """;

  private static final String OWNED_BY_IMPORTS =
      """
      SELECT view, first_day, last_day FROM slice
       WHERE organization_id = $1 AND ad_account_id = $2 AND measurer = 'PLATFORM' AND source <> 'api'
         AND superseded_sequence IS NULL
      """;

  /** A receipt counts only with the number of a fetch: a restored database gives numbers again. */
  private static final String ARRIVAL =
      """
      WITH fetched AS (
        SELECT p.sequence, s.sequence IS NULL OR s.sequence < p.sequence AS is_waiting
          FROM period_fetch p
          LEFT JOIN slice s
            ON s.organization_id = p.organization_id AND s.ad_account_id = p.ad_account_id AND s.last_day = p.last_day
           AND s.first_day = p.first_day AND s.measurer = 'PLATFORM' AND s.view = p.view AND s.source = 'api'
         WHERE p.organization_id = $1 AND p.ad_account_id = $2 AND p.job_id = $3 AND p.sequence IS NOT NULL),
      failed AS (
        SELECT r.failure FROM slice_receipt r
         WHERE r.organization_id = $1 AND r.job_id = $3 AND r.failure IS NOT NULL
           AND r.sequence IN (SELECT f.sequence FROM fetched f))
      SELECT (SELECT count(*) FROM fetched WHERE is_waiting) AS waiting, (SELECT count(*) FROM failed) AS failed,
             coalesce((SELECT min(failure) FROM failed), '') AS first_failure
      """;

  private final Database database;

  /** Uses the given database. */
  public PostgresPeriodFetches(Database database) {
    this.database = database;
  }

  @Override
  public Flux<PeriodFetch> all(OrganizationId organization, long adAccountId) {
    return database
        .inOrganization(organization)
        .query(ALL, List.of(organization.value(), adAccountId), FetchRows::fetch);
  }

  @Override
  public Flux<PeriodFetch> ending(
      OrganizationId organization, long adAccountId, View view, DateRange lastDays) {
    return database
        .inOrganization(organization)
        .query(
            ENDING,
            List.of(organization.value(), adAccountId, view.name(), lastDays.from(), lastDays.to()),
            FetchRows::fetch);
  }

  @Override
  public Mono<Map<Long, List<PeriodFetch>>> delivery(
      OrganizationId organization, Set<Long> adAccountIds) {
    return database
        .inOrganization(organization)
        .query(
            DELIVERY,
            List.of(organization.value(), Nulls.ids(adAccountIds)),
            row -> Map.entry(Rows.get(row, "ad_account_id", Long.class), FetchRows.fetch(row)))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  @Override
  public Flux<PeriodFetch> page(
      OrganizationId organization, long adAccountId, Place after, int limit) {
    return database
        .inOrganization(organization)
        .query(
            PAGE,
            List.of(
                organization.value(),
                adAccountId,
                after.lastDay(),
                after.firstDay(),
                after.view(),
                limit),
            FetchRows::fetch);
  }

  @Override
  public Mono<Void> fetched(
      OrganizationId organization,
      long adAccountId,
      long jobId,
      View view,
      LocalDate today,
      Map<Period, Fetched> fetched) {
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                new WriteFetch(session, organization.value(), adAccountId, jobId, view)
                    .fetched(fetched, today))
        .then();
  }

  @Override
  public Mono<Void> failed(
      OrganizationId organization,
      long adAccountId,
      long jobId,
      View view,
      String apiVersion,
      List<Period> periods,
      FetchFailure failure) {
    return database
        .inOrganization(organization)
        .transaction(
            session -> {
              WriteFetch write =
                  new WriteFetch(session, organization.value(), adAccountId, jobId, view);
              return Flux.fromIterable(periods)
                  .concatMap(period -> write.failed(period, apiVersion, failure));
            })
        .then();
  }

  @Override
  public Mono<Void> reopened(
      OrganizationId organization, long adAccountId, List<LocalDate> days, Instant at) {
    return database
        .inOrganization(organization)
        .query(
            REOPENED,
            List.of(organization.value(), adAccountId, days.toArray(LocalDate[]::new), at),
            row -> Rows.get(row, "version", Long.class))
        .then();
  }

  @Override
  public Flux<OwnedPeriod> ownedByImports(OrganizationId organization, long adAccountId) {
    return database
        .inOrganization(organization)
        .query(
            OWNED_BY_IMPORTS,
            List.of(organization.value(), adAccountId),
            row ->
                new OwnedPeriod(
                    View.valueOf(Rows.get(row, "view", String.class)),
                    new Period(
                        Rows.get(row, "first_day", LocalDate.class),
                        Rows.get(row, "last_day", LocalDate.class))));
  }

  @Override
  public Mono<Arrival> arrival(OrganizationId organization, long adAccountId, long jobId) {
    return database
        .inOrganization(organization)
        .one(
            ARRIVAL,
            List.of(organization.value(), adAccountId, jobId),
            row ->
                new Arrival(
                    Rows.get(row, "waiting", Long.class),
                    Rows.get(row, "failed", Long.class),
                    Rows.get(row, "first_failure", String.class)));
  }
}
