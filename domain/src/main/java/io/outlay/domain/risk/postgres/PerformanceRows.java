package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.risk.EstimatedFigures;
import io.outlay.domain.risk.ModelPerformance;
import io.outlay.domain.risk.PerformanceFigures;
import io.outlay.domain.risk.RealisedFigures;
import io.outlay.domain.risk.RiskKind;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of table {@code risk_performance}. */
final class PerformanceRows {

  static final String COLUMNS =
      "p.model_id, p.kind, p.first_day, p.last_day, p.threshold, p.estimated::text AS estimated,"
          + " p.estimated_at, p.realised::text AS realised, p.confronted::text AS confronted,"
          + " p.worse, p.realised_at";

  private PerformanceRows() {}

  static ModelPerformance performance(Readable row) {
    return new ModelPerformance(
        Rows.get(row, "model_id", Long.class),
        RiskKind.valueOf(Rows.get(row, "kind", String.class)),
        Rows.get(row, "first_day", LocalDate.class),
        Rows.get(row, "last_day", LocalDate.class),
        Rows.get(row, "threshold", Double.class),
        ReportJson.read(Rows.get(row, "estimated", String.class), EstimatedFigures.class),
        Rows.get(row, "estimated_at", Instant.class),
        realised(row));
  }

  private static @Nullable RealisedFigures realised(Readable row) {
    Instant at = row.get("realised_at", Instant.class);
    return at == null
        ? null
        : new RealisedFigures(
            ReportJson.read(Rows.get(row, "realised", String.class), PerformanceFigures.class),
            ReportJson.read(Rows.get(row, "confronted", String.class), EstimatedFigures.class),
            List.of(Objects.requireNonNull(row.get("worse", String[].class))),
            at);
  }
}
