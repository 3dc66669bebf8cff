package io.outlay.api.commandline;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The table a model command reads and where it writes. */
final class TableOptions {

  @Option(names = "--data", required = true, description = "The table: .csv or .csv.gz, UTF-8.")
  Path data = Path.of("");

  @Option(names = "--out", required = true, description = "Folder of the model, or for scores.")
  Path out = Path.of("");

  @Option(names = "--label", description = "Column to foretell: Yes/No, TRUE/FALSE or 1/0.")
  @Nullable String label;

  @Option(names = "--time", description = "Survival: column of the time watched.")
  @Nullable String time;

  @Option(names = "--event", description = "Survival: column telling whether it ended by event.")
  @Nullable String event;
}
