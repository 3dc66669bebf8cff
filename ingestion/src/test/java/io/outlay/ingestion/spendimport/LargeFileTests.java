package io.outlay.ingestion.spendimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the file. */
class LargeFileTests {

  private static final long ROWS = 1_200_000;

  @TempDir Path folder;

  @Test
  void hundredMegabytesFitASmallHeap() throws IOException, InterruptedException {
    long bytes = size();
    assertThat(bytes).isGreaterThan(100_000_000);

    List<String> told =
        run(
            "-Xmx64m",
            Long.toString(ROWS),
            Long.toString(bytes),
            folder.resolve("work").toString());

    long spend = GeneratedCsv.spendMicros(ROWS);
    assertThat(told.getFirst()).isEqualTo("0 " + ROWS + " 365 " + spend + " " + spend);
    assertThat(folder.resolve("work")).isEmptyDirectory();
  }

  private static long size() {
    GeneratedCsv csv = new GeneratedCsv(ROWS);
    byte[] buffer = new byte[8192];
    long size = 0;
    for (int read = csv.read(buffer, 0, buffer.length);
        read >= 0;
        read = csv.read(buffer, 0, buffer.length)) {
      size += read;
    }
    return size;
  }

  private List<String> run(String heap, String... arguments)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    ProcessBuilder java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                LargeFileCheck.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    java.command().addAll(List.of(arguments));
    Process process = java.start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ended in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    List<String> told = Files.readAllLines(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(String.join("\n", told)).isZero();
    return told;
  }
}
