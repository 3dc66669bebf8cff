package io.outlay.embedded.test;

import io.outlay.embedded.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Home folders that start empty. */
final class TestHomes {

  private TestHomes() {}

  /** Makes a new folder under {@code target}. */
  static Path fresh(Path target) {
    try {
      Path homes = Files.createDirectories(target.resolve("embedded"));
      return Files.createTempDirectory(homes, "home-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes such a folder. */
  static void delete(Path home) {
    try {
      FileTrees.delete(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
