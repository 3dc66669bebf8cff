package io.outlay.domain.platform.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.platform.CompletionCurves;
import io.outlay.domain.platform.CompletionPoint;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** Completion curves from table {@code period_reading}. */
public final class PostgresCompletionCurves implements CompletionCurves {

  /** A year of days is enough for a curve, and bounds the statement. */
  private static final String CURVE =
      """
      WITH reading AS MATERIALIZED (
        SELECT ad_account_id, day, age_days, (totals ->> $3)::numeric AS figure
          FROM period_reading
         WHERE organization_id = $1 AND ad_account_id = ANY($2) AND day BETWEEN $4::date - 365 AND $4::date AND totals ? $3),
      final AS MATERIALIZED (
        SELECT DISTINCT ON (ad_account_id, day) ad_account_id, day, figure FROM reading ORDER BY ad_account_id, day, age_days DESC),
      known AS (
        SELECT DISTINCT ON (age.days, r.ad_account_id, r.day) age.days AS age_days, r.ad_account_id, r.day, r.figure
          FROM generate_series(0, $5) AS age (days) JOIN reading r ON r.age_days <= age.days
         ORDER BY age.days, r.ad_account_id, r.day, r.age_days DESC),
      account AS (
        SELECT k.age_days, k.ad_account_id, sum(k.figure) AS known, sum(f.figure) AS final, count(*) AS days
          FROM known k JOIN final f USING (ad_account_id, day)
         GROUP BY k.age_days, k.ad_account_id HAVING sum(f.figure) <> 0)
      SELECT age_days, (sum(known / final * days) / sum(days))::double precision AS share, sum(days)::bigint AS days
        FROM account GROUP BY age_days ORDER BY age_days
      """;

  private final Database database;

  /** Uses the given database. */
  public PostgresCompletionCurves(Database database) {
    this.database = database;
  }

  @Override
  public Mono<List<CompletionPoint>> curve(
      OrganizationId organization,
      Collection<Long> adAccountIds,
      BaseMetric metric,
      LocalDate ripeUntil,
      int oldestAge) {
    return database
        .inOrganization(organization)
        .query(
            CURVE,
            List.of(
                organization.value(),
                Nulls.ids(adAccountIds),
                metric.fieldName(),
                ripeUntil,
                oldestAge),
            row ->
                new CompletionPoint(
                    Rows.get(row, "age_days", Integer.class),
                    Rows.get(row, "share", Double.class),
                    Rows.get(row, "days", Long.class)))
        .collectList();
  }
}
