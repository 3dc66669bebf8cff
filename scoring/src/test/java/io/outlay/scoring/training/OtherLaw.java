package io.outlay.scoring.training;

import io.outlay.domain.risk.Costs;
import io.outlay.domain.risk.NewRiskModel;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.outcome.TrainingTable;
import io.outlay.scoring.train.BoostingParameters;
import java.math.BigDecimal;

/** The seeded table after the world has changed: its first two features have changed places. */
public final class OtherLaw {

  private OtherLaw() {}

  /** So many rows; equal seeds give equal tables. */
  public static TrainingTable of(RiskKind kind, int rows, long seed) {
    TrainingTable table = SeededTable.of(kind, rows, seed);
    float[] values = new float[rows * 3];
    for (int row = 0; row < rows; row++) {
      values[row * 3] = table.rows().at(row, 1);
      values[row * 3 + 1] = table.rows().at(row, 0);
      values[row * 3 + 2] = table.rows().at(row, 2);
    }
    return new TrainingTable(
        kind,
        table.features(),
        table.samples(),
        new FeatureMatrix(values, rows, 3),
        table.labels(),
        table.survival(),
        table.segments(),
        table.knownBy(),
        "other" + seed,
        table.definition());
  }

  /** A model of it, as made by a job of this number. */
  public static NewRiskModel model(RiskKind kind, long seed, long job) {
    return made(of(kind, 2_000, seed), job);
  }

  /** A model of the world before, as made by a job of this number. */
  public static NewRiskModel formerModel(RiskKind kind, long seed, long job) {
    return made(SeededTable.of(kind, 2_000, seed), job);
  }

  private static NewRiskModel made(TrainingTable table, long job) {
    return new ModelMaking(
            table,
            new Stakes(new Costs(BigDecimal.ONE, BigDecimal.valueOf(4)), 1),
            BoostingParameters.DEFAULT,
            1,
            share -> {})
        .make()
        .by(job, "anna");
  }
}
