package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.DriftReport;
import io.outlay.domain.risk.FeatureDrift;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Rows of table {@code risk_drift}: one a feature. */
final class DriftRows {

  static final String DELETE =
      "DELETE FROM risk_drift WHERE organization_id = $1 AND model_id = $2 AND last_day = $3";

  static final String INSERT =
      """
      INSERT INTO risk_drift (organization_id, model_id, last_day, first_day, feature, row_count, drift_index, drift_limit,
                              missing_then, missing_now, shares_then, shares_now, measured_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
      """;

  static final String NEWEST =
      """
      SELECT d.model_id, d.last_day, d.first_day, d.feature, d.row_count, d.drift_index, d.drift_limit, d.missing_then, d.missing_now,
             d.shares_then, d.shares_now, d.measured_at
        FROM unnest($2::bigint[]) AS model (id)
       CROSS JOIN LATERAL (
         SELECT DISTINCT one.last_day FROM risk_drift one
          WHERE one.organization_id = $1 AND one.model_id = model.id ORDER BY one.last_day DESC LIMIT $3) AS period
        JOIN risk_drift d ON d.organization_id = $1 AND d.model_id = model.id AND d.last_day = period.last_day
       ORDER BY d.model_id, d.last_day DESC, d.drift_index / d.drift_limit DESC, d.feature
      """;

  private DriftRows() {}

  static List<Object> values(
      OrganizationId organization, DriftReport report, FeatureDrift feature) {
    return List.of(
        organization.value(),
        report.modelId(),
        report.to(),
        report.from(),
        feature.feature(),
        report.rows(),
        feature.index(),
        feature.limit(),
        feature.missingThen(),
        feature.missingNow(),
        feature.sharesThen().toArray(Double[]::new),
        feature.sharesNow().toArray(Double[]::new),
        report.measuredAt());
  }

  static Row row(Readable row) {
    return new Row(
        new Period(
            Rows.get(row, "model_id", Long.class), Rows.get(row, "last_day", LocalDate.class)),
        Rows.get(row, "first_day", LocalDate.class),
        Rows.get(row, "row_count", Long.class),
        Rows.get(row, "measured_at", Instant.class),
        new FeatureDrift(
            Rows.get(row, "feature", String.class),
            Rows.get(row, "drift_index", Double.class),
            Rows.get(row, "drift_limit", Double.class),
            Rows.get(row, "missing_then", Double.class),
            Rows.get(row, "missing_now", Double.class),
            List.of(Objects.requireNonNull(row.get("shares_then", Double[].class))),
            List.of(Objects.requireNonNull(row.get("shares_now", Double[].class)))));
  }

  /** Rows of one period put together. */
  static DriftReport report(List<Row> rows) {
    Row first = rows.getFirst();
    return new DriftReport(
        first.period().modelId(),
        first.from(),
        first.period().to(),
        first.rows(),
        first.measuredAt(),
        rows.stream().map(Row::drift).toList());
  }

  /** What a report is of. */
  record Period(long modelId, LocalDate to) {}

  /** One feature of a report. */
  record Row(Period period, LocalDate from, long rows, Instant measuredAt, FeatureDrift drift) {}
}
