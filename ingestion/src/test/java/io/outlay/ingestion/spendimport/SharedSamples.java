package io.outlay.ingestion.spendimport;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Sample files that stand beside the project on some machines; tests that need them are skipped
 * elsewhere.
 */
final class SharedSamples {

  private SharedSamples() {}

  /** A file below the folder {@code shared} next to the project's root. */
  static Path file(String path) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path candidate = folder.resolveSibling("shared").resolve(path);
      if (Files.exists(candidate)) {
        return candidate;
      }
      folder = folder.getParent();
    }
    Assumptions.abort("no sample file shared/" + path + " beside the project");
    throw new AssertionError("unreachable");
  }
}
