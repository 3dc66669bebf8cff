package io.outlay.api.whole;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Sample files that lie beside the project where it is developed, and are absent elsewhere. */
final class SharedFiles {

  private SharedFiles() {}

  /** The file; skips the test where it is absent. */
  static Path find(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve(".ci"))) {
      folder = folder.getParent();
    }
    Assumptions.assumeTrue(folder != null, "the project's root is not above this folder");
    for (Path above = folder; above != null; above = above.getParent()) {
      Path file = above.resolve("shared").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    return Assumptions.abort("sample file is absent: " + name);
  }
}
