package io.outlay.api.commandline;

import io.outlay.domain.error.BadRequest;
import io.outlay.scoring.table.Folds;
import io.outlay.scoring.train.LearningTask;
import io.outlay.scoring.train.ModelKind;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What describes the data to a trainer. */
final class LearningOptions {

  @Option(
      names = "--categorical",
      split = ",",
      description = "Columns whose numbers are codes. Texts are categories anyway.")
  Set<String> categorical = Set.of();

  @Option(names = "--drop", split = ",", description = "Columns that are no features.")
  Set<String> dropped = Set.of();

  @Option(
      names = "--anomaly",
      description = "Learns what is unusual, without labels; a label is only measured against.")
  boolean anomaly;

  @Option(names = "--seed", defaultValue = "1", description = "Where chance begins. Default: 1.")
  long seed;

  LearningTask task(TableOptions options) {
    ModelKind kind = kind(options);
    // A survival model's label is its event.
    String event =
        kind == ModelKind.SURVIVAL && options.event == null ? options.label : options.event;
    return new LearningTask(kind, options.label, options.time, event, categorical, dropped, seed);
  }

  private ModelKind kind(TableOptions options) {
    boolean timed = options.time != null || options.event != null;
    if (anomaly && timed) {
      throw BadRequest.of("--anomaly", "with --time or --event", "one or the other");
    }
    return anomaly ? ModelKind.ANOMALY : timed ? ModelKind.SURVIVAL : ModelKind.CLASSIFIER;
  }

  static NamedFolds folds(@Nullable String name, int count, Path data) {
    if (count < 2 || count > 100) {
      throw BadRequest.of("--folds", count, "2 to 100");
    }
    String fallback = String.valueOf(data.getFileName()).replaceFirst("\\.csv(\\.gz)?$", "");
    return new NamedFolds(new Folds(name == null ? fallback : name, count), name != null);
  }

  /**
   * A split.
   *
   * @param named whether somebody asked for it
   */
  record NamedFolds(Folds folds, boolean named) {}
}
