package io.outlay.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Short commands that are waited for. */
final class Commands {

  private Commands() {}

  /**
   * Runs a command to its end.
   *
   * @throws EmbeddedServiceException with what it printed, when its exit code is not 0
   */
  static void run(Path folder, List<String> command) throws IOException, InterruptedException {
    run(folder, command, "");
  }

  /** Runs a command to its end, giving it a text to read. */
  static void run(Path folder, List<String> command, String input)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != 0) {
      throw new EmbeddedServiceException(
          "%s ended with exit code %d: %s".formatted(command.getFirst(), code, printed.strip()));
    }
  }

  /** Runs a command to its end and gives its exit code; what it prints is dropped. */
  static int exitCode(Path folder, List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** Whether a program of this name is found along {@code PATH}. */
  static boolean isInstalled(String program) {
    String path = System.getenv("PATH");
    return path != null
        && Arrays.stream(path.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
