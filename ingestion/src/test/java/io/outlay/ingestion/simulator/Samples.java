package io.outlay.ingestion.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Collected payloads that stand beside the project on some machines. */
final class Samples {

  private Samples() {}

  static boolean arePresent() {
    return Files.isDirectory(samples());
  }

  static JsonNode body(String name) throws IOException {
    return sample(name).path("response").path("body");
  }

  static JsonNode sample(String name) throws IOException {
    return Browser.JSON.readTree(Files.readString(samples().resolve(name)));
  }

  private static Path samples() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(".ci")) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder.resolveSibling("shared").resolve("ad-apis").resolve("samples");
  }
}
