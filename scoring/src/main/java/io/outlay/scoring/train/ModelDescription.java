package io.outlay.scoring.train;

import io.outlay.scoring.table.FeatureEncoding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept beside a model file as {@code model.json}.
 *
 * @param format version of this description
 * @param task what was learned
 * @param encoding how columns become features
 * @param features names of the features in order
 * @param parameters how trees were boosted; null for an isolation forest
 * @param data the table it was learned from
 * @param file the model file
 * @param calibration of a classifier, else null
 * @param survival of a survival model, else null
 * @param metrics figures on rows the measured models did not learn from
 * @param samples rows with the margins the model must give again
 */
public record ModelDescription(
    int format,
    LearningTask task,
    FeatureEncoding encoding,
    List<String> features,
    @Nullable BoostingParameters parameters,
    DataSummary data,
    FileSummary file,
    @Nullable Calibration calibration,
    @Nullable SurvivalCurve survival,
    Map<String, FoldFigure> metrics,
    SampleRows samples) {

  static final int FORMAT = 1;

  /**
   * A table.
   *
   * @param name name of the file
   * @param sha256 of the file's bytes, hexadecimal
   * @param rows rows learned from
   * @param positives of them with the event; null where it is not known
   */
  public record DataSummary(String name, String sha256, int rows, @Nullable Integer positives) {}

  /**
   * A file beside the description.
   *
   * @param sha256 of its bytes, hexadecimal
   */
  public record FileSummary(String name, String sha256) {}

  /**
   * Encoded rows and their margins.
   *
   * @param rows values by row; NaN when missing
   */
  @SuppressWarnings("ArrayRecordComponent") // written and read as JSON, never compared
  public record SampleRows(float[][] rows, double[] margins) {}

  static ModelDescription of(
      TableModel model, DataSummary data, Map<String, FoldFigure> metrics, SampleRows samples) {
    LearnedModel learned = model.model();
    return new ModelDescription(
        FORMAT,
        model.task(),
        model.encoding(),
        model.encoding().features(),
        learned.kind() == ModelKind.ANOMALY ? null : BoostingParameters.DEFAULT,
        data,
        new FileSummary(learned.fileName(), Digests.sha256(learned.file())),
        learned instanceof RiskClassifier classifier ? classifier.calibration() : null,
        learned instanceof SurvivalModel survival ? survival.curve() : null,
        metrics,
        samples);
  }
}
