package io.outlay.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs of this machine. */
final class Programs {

  private Programs() {}

  /** Whether a program can be called by its name. */
  static boolean isInstalled(String name) {
    String folders = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(folders.split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /** How busy the machine is, as the kernel counts it. */
  static String load() throws java.io.IOException {
    return Files.readString(Path.of("/proc/loadavg")).strip()
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " processors";
  }
}
