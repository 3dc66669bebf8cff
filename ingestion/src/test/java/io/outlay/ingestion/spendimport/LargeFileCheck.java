package io.outlay.ingestion.spendimport;

import io.outlay.domain.metric.BaseMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Checks a generated file and groups it into slices: a program of its own, so that its heap can be
 * kept small.
 */
final class LargeFileCheck {

  private LargeFileCheck() {}

  /**
   * Runs the check and prints what came out.
   *
   * @param arguments number of rows; bytes of the file; a temporary folder
   */
  public static void main(String[] arguments) throws IOException {
    long rows = Long.parseLong(arguments[0]);
    long bytes = Long.parseLong(arguments[1]);
    Path folder = Files.createDirectories(Path.of(arguments[2]));
    SpendFileCheck check =
        new SpendFileCheck(
            () -> new GeneratedCsv(rows),
            bytes,
            SpendFileSettings.recognised("large", "KRW"),
            Progress.NONE);
    long began = System.nanoTime();
    try (CheckedSpendFile file = check.run(folder)) {
      long seconds = (System.nanoTime() - began) / 1_000_000;
      long slices = 0;
      long grouped = 0;
      for (int bucket = 0; bucket < file.buckets(); bucket++) {
        for (SpendSlice slice : file.slices(bucket)) {
          slices++;
          grouped +=
              slice.rows().stream().mapToLong(row -> row.metrics().orZero(BaseMetric.SPEND)).sum();
        }
      }
      long spend =
          Objects.requireNonNull(file.report().sums().get("KRW"))
              .getOrDefault(BaseMetric.SPEND, 0L);
      System.out.println(
          file.report().problemCount()
              + " "
              + file.report().lines()
              + " "
              + slices
              + " "
              + spend
              + " "
              + grouped);
      System.out.println("check pass: " + bytes / 1000 / Math.max(1, seconds) + " MB/s");
    }
  }
}
