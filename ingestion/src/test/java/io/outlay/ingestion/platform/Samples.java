package io.outlay.ingestion.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Payloads that stand beside the project on some machines; tests that need them are skipped
 * elsewhere.
 */
public final class Samples {

  private Samples() {}

  /** A payload by its path, for example {@code meta/insights_last_page.json}. */
  public static byte[] payload(String path) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path candidate = folder.resolveSibling("shared").resolve("ad-apis/samples").resolve(path);
      if (Files.exists(candidate)) {
        return read(candidate);
      }
      folder = folder.getParent();
    }
    Assumptions.abort("no payload " + path + " beside the project");
    throw new AssertionError("unreachable");
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
