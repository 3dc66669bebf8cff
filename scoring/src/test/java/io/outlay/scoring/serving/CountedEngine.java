package io.outlay.scoring.serving;

import io.outlay.scoring.engine.Contributions;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.engine.ModelFile;
import io.outlay.scoring.engine.Objective;
import io.outlay.scoring.engine.ScoringEngine;
import io.outlay.scoring.engine.SmallModel;
import io.outlay.scoring.engine.XgboostEngine;
import java.util.concurrent.atomic.AtomicInteger;

/** A real engine that counts its native calls. */
public final class CountedEngine implements ScoringEngine {

  public final AtomicInteger margins = new AtomicInteger();
  public final AtomicInteger contributions = new AtomicInteger();
  private final ScoringEngine engine = XgboostEngine.load(ModelFile.read(SmallModel.file("ubj")));

  @Override
  public int features() {
    return engine.features();
  }

  @Override
  public Objective objective() {
    return engine.objective();
  }

  @Override
  public double baseValue() {
    return engine.baseValue();
  }

  @Override
  public float[] margins(FeatureMatrix rows) {
    margins.incrementAndGet();
    return engine.margins(rows);
  }

  @Override
  public Contributions contributions(FeatureMatrix rows) {
    contributions.incrementAndGet();
    return engine.contributions(rows);
  }

  @Override
  public void close() {
    engine.close();
  }
}
