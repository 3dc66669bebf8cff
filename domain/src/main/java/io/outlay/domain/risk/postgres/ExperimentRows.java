package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.Experiment;
import io.outlay.domain.risk.ExperimentPlan;
import io.outlay.domain.risk.ExperimentResult;
import io.outlay.domain.risk.RiskKind;
import io.r2dbc.spi.Readable;
import java.time.Instant;

/** Rows of table {@code risk_experiment}. */
final class ExperimentRows {

  static final String COLUMNS =
      " e.organization_id, e.experiment_id, e.kind, e.champion_id, e.model_id, e.mode, e.share,"
          + " e.metric, e.minimum_users, e.horizon_days, e.significance, e.most_loss_micros,"
          + " e.guard_days, e.promotes, e.state, e.explanation, e.result::text AS result,"
          + " e.guard_result::text AS guard_result, e.started_by, e.started_at, e.promoted_at,"
          + " e.ended_at ";

  private ExperimentRows() {}

  static Experiment experiment(Readable row) {
    return new Experiment(
        new OrganizationId(Rows.get(row, "organization_id", Long.class)),
        Rows.get(row, "experiment_id", Long.class),
        RiskKind.valueOf(Rows.get(row, "kind", String.class)),
        Rows.get(row, "champion_id", Long.class),
        Rows.get(row, "model_id", Long.class),
        plan(row),
        Experiment.State.valueOf(Rows.get(row, "state", String.class)),
        row.get("explanation", String.class),
        ReportJson.readOrNull(row.get("result", String.class), ExperimentResult.class),
        ReportJson.readOrNull(row.get("guard_result", String.class), ExperimentResult.class),
        Rows.get(row, "started_by", String.class),
        Rows.get(row, "started_at", Instant.class),
        row.get("promoted_at", Instant.class),
        row.get("ended_at", Instant.class));
  }

  private static ExperimentPlan plan(Readable row) {
    return new ExperimentPlan(
        ExperimentPlan.Mode.valueOf(Rows.get(row, "mode", String.class)),
        Rows.get(row, "share", Double.class),
        ExperimentPlan.Metric.valueOf(Rows.get(row, "metric", String.class)),
        Rows.get(row, "minimum_users", Integer.class),
        Rows.get(row, "horizon_days", Integer.class),
        Rows.get(row, "significance", Double.class),
        Rows.get(row, "most_loss_micros", Long.class),
        Rows.get(row, "guard_days", Integer.class),
        Rows.get(row, "promotes", Boolean.class));
  }
}
