package io.outlay.scoring.engine;

import io.outlay.domain.error.BadRequest;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.function.LongFunction;
import ml.dmlc.xgboost4j.java.XgboostNative;

/**
 * The scoring engine over the XGBoost library bundled with DJL. Native memory is freed by {@link
 * #close()}; a cleaner frees what a caller forgot.
 */
public final class XgboostEngine implements ScoringEngine {

  private static final Cleaner CLEANER = Cleaner.create();

  private final int features;
  private final Objective objective;
  private final NativeBooster booster;
  private final Cleaner.Cleanable cleanable;
  private final double baseValue;

  private XgboostEngine(ModelFile file, NativeBooster booster) {
    this.features = file.features();
    this.objective = file.objective();
    this.booster = booster;
    this.cleanable = CLEANER.register(this, booster);
    // The first prediction also finishes the booster's lazy configuration, before it is shared.
    this.baseValue = Additivity.check(this, ProbeRows.of(file));
  }

  /**
   * Loads a model and checks it: on rows made from its own thresholds base value and contributions
   * must add up to the margin. Blocks for some ten milliseconds.
   *
   * @throws BadRequest when the library cannot read the file or its answers do not add up
   */
  public static XgboostEngine load(ModelFile file) {
    NativeBooster booster = open(file);
    try {
      return new XgboostEngine(file, booster);
    } catch (RuntimeException e) {
      booster.run();
      throw e;
    }
  }

  private static NativeBooster open(ModelFile file) {
    try {
      return NativeBooster.load(file.bytes());
    } catch (IllegalStateException e) {
      throw new BadRequest("The model file cannot be loaded: " + e.getMessage());
    }
  }

  @Override
  public int features() {
    return features;
  }

  @Override
  public Objective objective() {
    return objective;
  }

  @Override
  public double baseValue() {
    return baseValue;
  }

  @Override
  public float[] margins(FeatureMatrix rows) {
    if (empty(rows)) {
      return new float[0];
    }
    return predict(
        handle -> XgboostNative.margins(handle, rows.values(), rows.rows(), rows.columns()));
  }

  @Override
  public Contributions contributions(FeatureMatrix rows) {
    float[] values = empty(rows) ? new float[0] : predict(handle -> explain(handle, rows));
    return new Contributions(values, rows.rows(), features);
  }

  private static float[] explain(long handle, FeatureMatrix rows) {
    long matrix = XgboostNative.createMatrix(rows.values(), rows.rows(), rows.columns());
    try {
      return XgboostNative.contributions(handle, matrix);
    } finally {
      XgboostNative.freeMatrix(matrix);
    }
  }

  private float[] predict(LongFunction<float[]> prediction) {
    try {
      return booster.use(prediction);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private boolean empty(FeatureMatrix rows) {
    if (rows.columns() != features) {
      throw BadRequest.of("number of features", rows.columns(), "the model's " + features);
    }
    return rows.rows() == 0;
  }

  @Override
  public void close() {
    cleanable.clean();
  }
}
