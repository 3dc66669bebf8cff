package io.outlay.scoring.registry;

import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.anomaly.IsolationForest;
import io.outlay.scoring.engine.ScoringEngine;
import io.outlay.scoring.feature.FeatureSet;
import io.outlay.scoring.train.Calibration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A loaded model with all that a score needs. Safe to share; its native memory is freed when nobody
 * holds it any more.
 *
 * @param id number of the model in the registry
 * @param number version within organization and kind, from 1
 * @param features what its rows are made of, in order
 * @param engine boosted trees; calls block and belong on a bounded scheduler
 * @param calibration from margin to probability
 * @param bands from probability to band, with the threshold
 * @param background where a feature's value stands among the newest users the model was made with
 * @param survival of a churn model, the model of times beside it; else null
 * @param anomaly of a fraud model, the forest for what no label knows yet; else null
 */
public record ServedModel(
    long id,
    int number,
    RiskKind kind,
    FeatureSet features,
    ScoringEngine engine,
    Calibration calibration,
    Bands bands,
    Background background,
    @Nullable ServedSurvival survival,
    @Nullable IsolationForest anomaly,
    Instant trainedAt)
    implements AutoCloseable {

  /** Gives native memory back at once, for whoever is its only holder. */
  @Override
  public void close() {
    engine.close();
    if (survival != null) {
      survival.engine().close();
    }
  }
}
