package io.outlay.api.commandline;

import io.outlay.scoring.train.ModelFolder;
import io.outlay.scoring.train.TableModel;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a trained model lies. */
final class FolderOption {

  @Option(names = "--model", description = "Folder that train wrote. Default: the one of --out.")
  @Nullable Path model;

  /** The model, reading what is observed from other columns where options name them. */
  TableModel read(TableOptions options) throws IOException {
    TableModel read = new ModelFolder(model == null ? options.out : model).read();
    return read.observedIn(options.label, options.time, options.event);
  }
}
