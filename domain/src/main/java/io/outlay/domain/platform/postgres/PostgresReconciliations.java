package io.outlay.domain.platform.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.platform.Reconciliation;
import io.outlay.domain.platform.Reconciliations;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Comparisons in table {@code reconciliation}. */
public final class PostgresReconciliations implements Reconciliations {

  /** Only slices that are of the very fetch the totals are of. */
  private static final String FETCHED =
      """
      SELECT p.last_day AS day, p.sequence, p.totals::text AS totals, %s
        FROM period_fetch p
        JOIN slice s
          ON s.organization_id = p.organization_id AND s.ad_account_id = p.ad_account_id AND s.last_day = p.last_day
         AND s.first_day = p.first_day AND s.measurer = 'PLATFORM' AND s.view = p.view AND s.source = 'api'
         AND s.sequence = p.sequence
        LEFT JOIN fact f ON f.organization_id = s.organization_id AND f.day = s.last_day AND f.slice_id = s.slice_id
       WHERE p.organization_id = $1 AND p.ad_account_id = $2 AND p.job_id = $3 AND p.view = 'DELIVERY'
         AND p.first_day = p.last_day AND p.last_day < $4
       GROUP BY p.last_day, p.sequence, p.totals
       ORDER BY p.last_day
      """
          .formatted(
              Arrays.stream(BaseMetric.values())
                  .map(metric -> "sum(f.%1$s)::bigint AS %1$s".formatted(metric.column()))
                  .collect(Collectors.joining(", ")));

  /**
   * Tells whether readers of figures learn something new: a difference, another one, or its end.
   */
  private static final String KEEP =
      """
      WITH before AS (
        SELECT platform, stored, differing FROM reconciliation WHERE organization_id = $1 AND ad_account_id = $2 AND day = $3),
      kept AS (
      INSERT INTO reconciliation (organization_id, ad_account_id, day, sequence, checked_at, platform, stored, differing)
      VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8)
      ON CONFLICT (organization_id, ad_account_id, day) DO UPDATE
         SET sequence = excluded.sequence, checked_at = excluded.checked_at, platform = excluded.platform,
             stored = excluded.stored, differing = excluded.differing
      RETURNING differing)
      SELECT cardinality(k.differing) + coalesce(cardinality(b.differing), 0) > 0
             AND (b.platform, b.stored, b.differing) IS DISTINCT FROM ($6::jsonb, $7::jsonb, $8::text[]) AS is_news
        FROM kept k LEFT JOIN before b ON true
      """;

  private static final String RAISE =
      """
      SELECT next_data_version($1, $3, $4, ARRAY[c.key]) AS version
        FROM ad_account a JOIN channel c USING (organization_id, channel_id)
       WHERE a.organization_id = $1 AND a.ad_account_id = $2
      """;

  private static final String PAGE =
      """
      SELECT day, sequence, checked_at, platform::text AS platform, stored::text AS stored, differing FROM reconciliation
       WHERE organization_id = $1 AND ad_account_id = $2 AND day < $3 AND (NOT $4 OR cardinality(differing) > 0)
       ORDER BY day DESC LIMIT $5
      """;

  private final Database database;

  /** Uses the given database. */
  public PostgresReconciliations(Database database) {
    this.database = database;
  }

  @Override
  public Mono<List<Reconciliation>> compare(
      OrganizationId organization, long adAccountId, long jobId, LocalDate before, Instant at) {
    List<Object> which = List.of(organization.value(), adAccountId, jobId, before);
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                session
                    .query(FETCHED, which, row -> compared(row, at))
                    .collectList()
                    .delayUntil(all -> keep(session, organization, adAccountId, all)))
        .single();
  }

  @Override
  public Flux<Reconciliation> page(
      OrganizationId organization,
      long adAccountId,
      boolean onlyDiffering,
      LocalDate before,
      int limit) {
    return database
        .inOrganization(organization)
        .query(
            PAGE,
            List.of(organization.value(), adAccountId, before, onlyDiffering, limit),
            PostgresReconciliations::kept);
  }

  private static Reconciliation compared(Readable row, Instant at) {
    Map<BaseMetric, Long> stored = new EnumMap<>(BaseMetric.class);
    for (BaseMetric metric : BaseMetric.values()) {
      Long sum = row.get(metric.column(), Long.class);
      if (sum != null) {
        stored.put(metric, sum);
      }
    }
    return Reconciliation.of(
        Rows.get(row, "day", LocalDate.class),
        Rows.get(row, "sequence", Long.class),
        at,
        TotalsJson.read(Rows.get(row, "totals", String.class)),
        MetricValues.of(stored));
  }

  /** Answers about figures tell of differences, so that caches must not keep the old ones. */
  private static Mono<Void> keep(
      Session session, OrganizationId organization, long adAccountId, List<Reconciliation> all) {
    return Flux.fromIterable(all)
        .concatMap(
            one ->
                keep(session, organization, adAccountId, one)
                    .filter(isNews -> isNews)
                    .map(isNews -> one.day()))
        .collectList()
        .filter(days -> !days.isEmpty())
        .flatMap(days -> raise(session, organization, adAccountId, days))
        .then();
  }

  private static Mono<Long> raise(
      Session session, OrganizationId organization, long adAccountId, List<LocalDate> days) {
    return session
        .query(
            RAISE,
            List.of(
                organization.value(), adAccountId, Collections.min(days), Collections.max(days)),
            row -> Rows.get(row, "version", Long.class))
        .single();
  }

  private static Mono<Boolean> keep(
      Session session, OrganizationId organization, long adAccountId, Reconciliation one) {
    return session
        .query(
            KEEP,
            List.of(
                organization.value(),
                adAccountId,
                one.day(),
                one.sequence(),
                one.checkedAt(),
                TotalsJson.write(one.platform()),
                TotalsJson.write(one.stored()),
                one.differing().stream().map(BaseMetric::name).sorted().toArray(String[]::new)),
            row -> Rows.get(row, "is_news", Boolean.class))
        .single();
  }

  private static Reconciliation kept(Readable row) {
    return new Reconciliation(
        Rows.get(row, "day", LocalDate.class),
        Rows.get(row, "sequence", Long.class),
        Rows.get(row, "checked_at", Instant.class),
        TotalsJson.read(Rows.get(row, "platform", String.class)),
        TotalsJson.read(Rows.get(row, "stored", String.class)),
        Arrays.stream(Objects.requireNonNull(row.get("differing", String[].class)))
            .map(BaseMetric::valueOf)
            .collect(Collectors.toSet()));
  }
}
