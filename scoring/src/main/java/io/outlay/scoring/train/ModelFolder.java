package io.outlay.scoring.train;

import io.outlay.domain.error.BadRequest;
import io.outlay.scoring.anomaly.IsolationForest;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.table.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;

/**
 * A folder with a model: its file, {@code model.json} and {@code card.md}. Equal data and seed give
 * equal bytes in all of them.
 */
public final class ModelFolder {

  private static final String DESCRIPTION = "model.json";
  private static final String CARD = "card.md";
  private static final int SAMPLES = 8;
  private static final double TOLERANCE = 1e-5;

  private final Path folder;

  /** The folder, which need not exist before {@link #write}. */
  public ModelFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder itself. */
  public Path path() {
    return folder;
  }

  /**
   * Writes a model that learned from all rows of a table.
   *
   * @param data the table's file, for its name and fingerprint
   * @throws IOException when the folder cannot be written
   */
  public void write(TableModel model, CsvTable table, Path data, Map<String, FoldFigure> metrics)
      throws IOException {
    Integer positives =
        model.task().isObservedIn(table) ? model.task().outcome(table).positives() : null;
    ModelDescription.DataSummary summary =
        new ModelDescription.DataSummary(
            String.valueOf(data.getFileName()),
            Digests.sha256(Files.readAllBytes(data)),
            table.rows(),
            positives);
    ModelDescription description =
        ModelDescription.of(model, summary, metrics, samples(model, table));
    Files.createDirectories(folder);
    Files.write(folder.resolve(model.model().fileName()), model.model().file());
    Files.write(folder.resolve(DESCRIPTION), ModelJson.write(description));
    Files.writeString(folder.resolve(CARD), ModelCard.of(description));
  }

  private static ModelDescription.SampleRows samples(TableModel model, CsvTable table) {
    int[] first = IntStream.range(0, Math.min(SAMPLES, table.rows())).toArray();
    FeatureMatrix encoded = model.encoding().encode(table, first);
    float[][] rows = new float[first.length][encoded.columns()];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(encoded.values(), row * encoded.columns(), rows[row], 0, encoded.columns());
    }
    return new ModelDescription.SampleRows(rows, margins(model.model(), encoded));
  }

  private static double[] margins(LearnedModel model, FeatureMatrix rows) {
    return model.scores(rows).stream().mapToDouble(Score::margin).toArray();
  }

  /**
   * Reads the model back and checks that it is the file described and still gives the margins of
   * the kept sample rows within 1e-5.
   *
   * @throws BadRequest when something is missing, changed or of another version
   */
  public TableModel read() throws IOException {
    ModelDescription description = description();
    byte[] file = bytes(description.file().name());
    if (!Digests.sha256(file).equals(description.file().sha256())) {
      throw BadRequest.of(
          "model file", description.file().name(), "the file that " + DESCRIPTION + " describes");
    }
    LearnedModel model = model(description, file);
    verify(model, description.samples());
    return new TableModel(description.task(), description.encoding(), model);
  }

  private static LearnedModel model(ModelDescription description, byte[] file) {
    return switch (description.task().kind()) {
      case CLASSIFIER ->
          new RiskClassifier(
              BoostedTrees.load(file, description.features()),
              Objects.requireNonNull(description.calibration(), "a classifier's calibration"));
      case SURVIVAL ->
          new SurvivalModel(
              BoostedTrees.load(file, description.features()),
              Objects.requireNonNull(description.survival(), "a survival model's curve"));
      case ANOMALY -> new AnomalyModel(ModelJson.read(file, IsolationForest.class));
    };
  }

  private static void verify(LearnedModel model, ModelDescription.SampleRows samples) {
    List<float[]> rows = List.of(samples.rows());
    for (int row = 0; row < rows.size(); row++) {
      float[] values = rows.get(row);
      double margin = margins(model, new FeatureMatrix(values, 1, values.length))[0];
      if (!(Math.abs(margin - samples.margins()[row]) <= TOLERANCE)) {
        model.close();
        throw BadRequest.of("margin of sample row " + row, margin, "" + samples.margins()[row]);
      }
    }
  }

  private ModelDescription description() throws IOException {
    try {
      ModelDescription read = ModelJson.read(bytes(DESCRIPTION), ModelDescription.class);
      if (read.format() != ModelDescription.FORMAT) {
        throw BadRequest.of("format of " + DESCRIPTION, read.format(), "1");
      }
      return read;
    } catch (JacksonException e) {
      throw new BadRequest(DESCRIPTION + " is not as written: " + e.getOriginalMessage());
    }
  }

  private byte[] bytes(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw BadRequest.of("model folder", folder.toString(), "a folder with " + name);
    }
    return Files.readAllBytes(file);
  }
}
