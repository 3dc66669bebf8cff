package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.DriftReport;
import io.outlay.domain.risk.ModelPerformance;
import io.outlay.domain.risk.ModelReports;
import io.outlay.domain.risk.RealisedFigures;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.ScoreReference;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reports in tables {@code risk_drift}, {@code risk_performance}, {@code risk_score_reference}. */
public final class PostgresModelReports implements ModelReports {

  private static final String REFERENCE =
      "SELECT first_day, last_day, row_count, quantiles FROM risk_score_reference WHERE"
          + " organization_id = $1 AND model_id = $2";

  private static final String KEEP_REFERENCE =
      """
      INSERT INTO risk_score_reference (organization_id, model_id, first_day, last_day, row_count, quantiles)
      VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (organization_id, model_id) DO NOTHING
      """;

  private static final String KEEP_ESTIMATE =
      """
      INSERT INTO risk_performance AS p (organization_id, model_id, last_day, first_day, kind, threshold, estimated, estimated_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8)
      ON CONFLICT (organization_id, model_id, last_day) DO UPDATE
         SET first_day = excluded.first_day, threshold = excluded.threshold, estimated = excluded.estimated, estimated_at = excluded.estimated_at
       WHERE p.realised_at IS NULL
      """;

  private static final String KEEP_REALISED =
      """
      UPDATE risk_performance SET realised = $4::jsonb, confronted = $5::jsonb, worse = $6, realised_at = $7
       WHERE organization_id = $1 AND model_id = $2 AND last_day = $3
      """;

  private static final String UNREALISED =
      "SELECT "
          + PerformanceRows.COLUMNS
          + " FROM risk_performance p WHERE p.organization_id = $1 AND p.kind = $2 AND"
          + " p.realised_at IS NULL ORDER BY p.last_day, p.model_id LIMIT 100";

  private static final String PERFORMANCE =
      "SELECT "
          + PerformanceRows.COLUMNS
          + """
           FROM unnest($2::bigint[]) AS model (id)
          CROSS JOIN LATERAL (
            SELECT * FROM risk_performance one
             WHERE one.organization_id = $1 AND one.model_id = model.id ORDER BY one.last_day DESC LIMIT $3) AS p
          ORDER BY p.model_id, p.last_day DESC
          """;

  private static final String REALISED =
      "SELECT "
          + PerformanceRows.COLUMNS
          + """
           FROM unnest($2::bigint[]) AS model (id)
          CROSS JOIN LATERAL (
            SELECT * FROM risk_performance one
             WHERE one.organization_id = $1 AND one.model_id = model.id AND one.realised_at IS NOT NULL
             ORDER BY one.last_day DESC LIMIT 1) AS p
          """;

  private static final String DELETE =
      """
      WITH drift AS (DELETE FROM risk_drift WHERE organization_id = $1 AND last_day < $2 RETURNING 1),
      performance AS (DELETE FROM risk_performance WHERE organization_id = $1 AND last_day < $2 RETURNING 1)
      SELECT (SELECT count(*) FROM drift) + (SELECT count(*) FROM performance) AS deleted
      """;

  private final Database database;

  /** Uses the given database. */
  public PostgresModelReports(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Void> keep(OrganizationId organization, DriftReport report) {
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                session
                    .update(
                        DriftRows.DELETE,
                        List.of(organization.value(), report.modelId(), report.to()))
                    .thenMany(Flux.fromIterable(report.features()))
                    .concatMap(
                        feature ->
                            session.update(
                                DriftRows.INSERT, DriftRows.values(organization, report, feature))))
        .then();
  }

  @Override
  public Mono<ScoreReference> reference(
      OrganizationId organization, long modelId, ScoreReference ifAbsent) {
    return database
        .inOrganization(organization)
        .update(
            KEEP_REFERENCE,
            List.of(
                organization.value(),
                modelId,
                ifAbsent.from(),
                ifAbsent.to(),
                ifAbsent.rows(),
                ifAbsent.quantiles().toArray(Double[]::new)))
        .then(reference(organization, modelId));
  }

  @Override
  public Mono<ScoreReference> reference(OrganizationId organization, long modelId) {
    return database
        .inOrganization(organization)
        .one(
            REFERENCE,
            List.of(organization.value(), modelId),
            row ->
                new ScoreReference(
                    Rows.get(row, "first_day", LocalDate.class),
                    Rows.get(row, "last_day", LocalDate.class),
                    Rows.get(row, "row_count", Long.class),
                    Arrays.asList(Objects.requireNonNull(row.get("quantiles", Double[].class)))));
  }

  @Override
  public Mono<Void> keepEstimate(OrganizationId organization, ModelPerformance performance) {
    return database
        .inOrganization(organization)
        .update(
            KEEP_ESTIMATE,
            List.of(
                organization.value(),
                performance.modelId(),
                performance.to(),
                performance.from(),
                performance.kind().name(),
                performance.threshold(),
                ReportJson.write(performance.estimated()),
                performance.estimatedAt()))
        .then();
  }

  @Override
  public Mono<Void> keepRealised(
      OrganizationId organization, long modelId, LocalDate to, RealisedFigures realised) {
    return database
        .inOrganization(organization)
        .update(
            KEEP_REALISED,
            List.of(
                organization.value(),
                modelId,
                to,
                ReportJson.write(realised.figures()),
                ReportJson.write(realised.estimated()),
                realised.worse().toArray(String[]::new),
                realised.at()))
        .then();
  }

  @Override
  public Flux<ModelPerformance> unrealised(OrganizationId organization, RiskKind kind) {
    return database
        .inOrganization(organization)
        .query(
            UNREALISED, List.of(organization.value(), kind.name()), PerformanceRows::performance);
  }

  @Override
  public Flux<DriftReport> drift(
      OrganizationId organization, Collection<Long> modelIds, int mostEach) {
    return database
        .inOrganization(organization)
        .query(
            DriftRows.NEWEST,
            List.of(organization.value(), Nulls.ids(modelIds), mostEach),
            DriftRows::row)
        .bufferUntilChanged(DriftRows.Row::period)
        .map(DriftRows::report);
  }

  @Override
  public Flux<ModelPerformance> performance(
      OrganizationId organization, Collection<Long> modelIds, int mostEach) {
    return database
        .inOrganization(organization)
        .query(
            PERFORMANCE,
            List.of(organization.value(), Nulls.ids(modelIds), mostEach),
            PerformanceRows::performance);
  }

  @Override
  public Flux<ModelPerformance> realised(OrganizationId organization, Collection<Long> modelIds) {
    return database
        .inOrganization(organization)
        .query(
            REALISED,
            List.of(organization.value(), Nulls.ids(modelIds)),
            PerformanceRows::performance);
  }

  @Override
  public Mono<Long> deleteBefore(OrganizationId organization, LocalDate day) {
    return database
        .inOrganization(organization)
        .one(
            DELETE,
            List.of(organization.value(), day),
            row -> Rows.get(row, "deleted", Long.class));
  }
}
